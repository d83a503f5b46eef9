#pragma once

/// Economy: firms that do well or badly, wages that stop, firms that close.
///
/// Solvency x is an Ornstein-Uhlenbeck process of unit stationary deviation. Every firm takes the exact weekly step on
/// a weekday of its own,
///     x <- x exp(-7 theta) + sqrt(1 - exp(-14 theta)) z,
/// so a day touches a seventh of them. In the same step arrears start with hazard
///     a0 * sector * season(day) * exp(kappa max(0, -x)),
/// where the season has mean 1 and is three times as high in the month before Spring Festival as in June. They end by
/// payment (sooner where labour inspectors found and sanctioned the firm), by the arrears fund, or by closure.
///
/// Writes solvency, arrears_since, inspected, open and in_arrears of employers; emits closures and effects.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// The season of arrears relative to June, before it is divided by its mean over the year.
double raw_season(const Calendar& calendar, Day day, double peak);

/// The next weekly value of a solvency.
double next_solvency(double solvency, double memory_days, Draws& draws);

void work_and_pay(const Today& today, State& state);

}  // namespace linli
