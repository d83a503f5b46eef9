#pragma once

/// Hazards: fire, workplace, traffic and food. They arise, are found and fixed or go by themselves, and cause
/// accidents.
///
///     arising  a = rate * exposed * (1 + flood_factor * size of floods today)         [hazards/day]
///     finding  f = a_v k v / H + [fire] a_i h r + [workplace, food] a_i i / P         [1/day] of an open hazard
///     open     dO/dt = a - (f + 1 / persistence) O
///     found    dF/dt = f O - F / repair
///     accidents = accident * (O + F)
///
/// Exposed to fire are residents, tenants weighted 1 + grade_effect per grade of their rental below the best; to
/// workplace hazards those who work in the grid; to traffic and food its residents. v visits of grid workers to H
/// households find a share a_v k of what is there, k by the registration of residents (rounds.h); so do i inspections
/// of P firms, and h inspections a year of a rented home, where a share r of fire hazards is; a_i is the share that an
/// inspector finds. Open hazards are taken to be spread like the people they arise from. A day takes whole hazards:
/// arising and accidents are Poisson, what leaves a stock is binomial with the exact probability of a day. A found
/// hazard still causes accidents until it is fixed; an accident does not end it.
///
/// An accident injures or kills one person in the shares of its type: somebody who lives in the grid and is here, at
/// work somebody who works there. The injured are strained; of somebody killed the household is. Deaths are counted
/// here and nothing more: the row lives on, so that the number of residents is the business of migration alone. A flood
/// also strains, on its first day, a share `size` of the residents of its towns.
///
/// A run starts with the stocks that the effort of its first morning would keep up, drawn from their stationary
/// Poisson distribution.
///
/// Reads rounds, levers, people and firms; writes hazards; emits effects.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// How much more arises for people in this household than for others.
double fire_weight(const Parameters::Hazard& hazard, const Household& household);

/// The rate at which an open hazard is found on a day of such rounds [1/day].
double finding_rate(const Today& today, const Hazards& hazards, Id<Grid> grid, HazardType type,
                    const RoundsInGrid& rounds);

/// Counts who is exposed to what, and lays out the stocks of the first morning. Once, on the evening before (day -1).
void lay_hazards(const Today& today, State& state);

/// A day of every grid, towns side by side.
void live_with_hazards(const Today& today, State& state);

}  // namespace linli
