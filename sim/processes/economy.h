#pragma once

/// Economy: firms that do well or badly, wages that stop, firms that close.
///
/// Solvency x is an Ornstein-Uhlenbeck process of unit stationary deviation. Every firm takes the exact weekly step on
/// a weekday of its own,
///     x <- m + (x - m) exp(-7 theta) + sqrt(1 - exp(-14 theta)) z,
/// so a day touches a seventh of them. The mean m is 0; a slump pulls it down by its size for the sectors and towns
/// that it hits, and once it is over firms recover. In the same step arrears start with hazard
///     a0 * sector * season(day) * exp(kappa max(0, -x)) * (1 - w if watched) * (1 + h * fund * inspection),
/// where the season has mean 1 and is three times as high in the month before Spring Festival as in June. The last
/// factor is moral hazard: who can count on being found and on the fund to pay, owes more readily. Arrears end by
/// payment (sooner where labour inspectors found and sanctioned the firm, and by 1 + c * community.credit where credit
/// sanctions reach), by the arrears fund, or by closure. Closures come with a hazard of their own that rises with
/// distress; a wave of closures takes, on its first day, a share of the firms that are open.
///
/// Warning looks at firms that still pay. Within a month it marks the share labour.warning of those in distress
/// (x < -distress) and the share labour.false_alarms of the sound ones. A marked firm is watched for a while: it falls
/// into arrears less often, and when it does, inspectors are there the same day.
///
/// Credit sanctions also err: sound firms that pay are sanctioned at the rate credit_errors * community.credit, and
/// lose credit_loss of their solvency, which then recovers.
///
/// Aid softens the strain of unpaid wages and lost work. It reaches the share aid.households of those concerned, where
/// they live; of what is given, the share aid_error goes to somebody who is not in hardship, and the others are spared
/// the share aid_relief of the strain.
///
/// A programme for a safe and caring workplace is run by the firms whose reluctance is below
///     workplace.culture * uptake(sector).
/// A firm's reluctance is fixed: the share of the town's firms that came before it in a lottery in which a firm is
/// drawn next with a chance in proportion to its desks. So large firms come first, and where uptake is 1 the lever is
/// the share of firms. What a programme does for workers is told in grievance.h and crime.h.
///
/// Writes solvency, arrears_since, inspected, warned, open and in_arrears of employers; emits closures and effects.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// The next weekly value of a solvency that returns to a mean.
double next_solvency(double solvency, double mean, double memory_days, Draws& draws);

/// Whether a firm was warned within the time that a warning lasts.
bool is_watched(const Today& today, const Employers& employers, Id<Employer> employer);

/// Whether a firm runs a programme for a safe and caring workplace.
bool has_programme(const Today& today, const Employers& employers, Id<Employer> employer);

/// Whether somebody works for such a firm.
bool is_covered(const Today& today, const State& state, Id<Person> person);

/// What aid leaves of the strain of losing wages or work today. Counts the aid where the person lives.
double strain_after_aid(const Today& today, State& state, Id<Person> person, double strain);

void work_and_pay(const Today& today, State& state);

}  // namespace linli
