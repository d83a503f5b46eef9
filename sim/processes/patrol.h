#pragma once

/// Patrol: where officers are today, whom they meet there, and what that guards against.
///
/// A share of the police officers patrol, and all auxiliaries do, who do nothing else. Every morning each of them who
/// is on duty is given a strategy and a grid of the town:
///
///     hot spots    one of the grids with most recorded crime (exponential window)
///     problems     likewise a hot spot, but the hours go into what makes it one, not into being seen
///     beat         a grid of the community that the officer always works in
///     population   the home of a resident picked at random
///     random       any grid
///
/// in the shares of the levers; while nothing is recorded, there are no hot spots and any grid will do. A grid's
/// minutes of patrol are made up of visits of d minutes; a visit is worth its own presence and the residual deterrence
/// after it, g(d) = min(1, d / 12)^2 with a half-life of an hour (Koper 1995), summed over the day. Volunteers are
/// present by the hour. Success of attempts in the grid falls by exp(-G),
///
///     G = a sqrt(presence) + b sqrt(volunteers' presence) + c sqrt(stops) + d log2(1 + cameras / reference)
///
/// with presence in place-days: more of the same helps less. Hours spent on a problem take away part of the grid's
/// attraction, dS = (0.8 - S)(1 - exp(-e hours)), which comes back with a memory of half a year. Braga and Weisburd
/// (2022) find hot spots to work and problem-solving to last, with little displacement.
///
/// Police officers stop residents of the grid and, on a beat, talk with them: any adult who is here, whatever the
/// status. A contact is good or bad by the share that follows fair procedure; an unfair stop adds strain.
///
/// Whatever patrols do, visits, stops and offences are also counted at the tenth of a town's grids that were hottest in
/// the morning.
///
/// Reads levers, residents and streets.hot; writes stations (duties and places) and streets (patrol, stops, problems
/// solved, guardianship); emits effects.

#include <vector>

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// No more of a grid's attraction than this can be solved.
inline constexpr double most_solved = 0.8;

enum class Strategy : std::uint8_t { hot_spots, problems, beat, population, random };

/// The strategy of an officer at a position (uniform in 0 to 1) among all patrol hours.
Strategy strategy_at(const LeverValues::Patrol& shares, double position);

/// Place-days of presence that so many minutes of patrol in visits of `visit` minutes are worth in a grid.
double presence(const Parameters::Crime& crime, double patrol_minutes, double visit_minutes);

/// What a day has brought to a grid.
struct Guards {
  double residents = 0.0;
  double patrol_minutes = 0.0;
  double stops = 0.0;
};

/// What lowers the success of attempts in a grid: exp(-this).
double guardianship(const Parameters::Crime& crime, const LeverValues& levers, const Guards& guards);

/// The grids of a station with most recorded crime lately, so large a share of them; none while nothing is recorded.
std::vector<Id<Grid>> hot_spots(const Today& today, const Streets& streets, Id<Town> seat, double share);

/// Marks the hot spots of the morning by one share of a town's grids under any policy, so that what happens there can
/// be compared. Before anything is counted there.
inline constexpr double counted_hot_spots = 0.10;
void mark_hot_spots(const Today& today, State& state);

/// Towns side by side: fills posts, sends patrols out, and lets them meet residents.
void deploy_patrols(const Today& today, State& state);

}  // namespace linli
