#pragma once

/// Attitudes: strain, trust in local institutions and local ties, and how events move them.
///
///     strain  s(t) = s0 exp(-(t - t0) / tau_s), shocks add, at most 5
///     trust   T relaxes to its base with tau_T;  good contact  T += eta (1 - T),  bad contact  T -= r eta T
///     ties    E relaxes to E_inf with tau_E from 0.1 on arrival;
///             E_inf = base + own home + family household + ties_services * access to services
///
/// Stocks are stored with the day of their last update and brought forward in closed form when somebody looks. Only
/// access to services moves the target of ties over time. It enters through F, the access filtered by the same memory,
/// F(d+1) = k F(d) + (1-k) access(d): then E - fixed - c F decays purely exponentially, so the lazy update is exact
/// whatever the lever did in between. Bounded updates with unequal steps follow the asymmetry of contacts found by
/// Skogan (2006); a share of every change of trust reaches the household, half of that two workmates.
///
/// Reads all effects of the day; writes persons.attitude and services.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

inline constexpr float most_strain = 5.0f;
inline constexpr float most_ties = 0.95f;

/// Where a household's ties tend, services aside.
double ties_target(const Parameters::Attitudes& assumed, const Household& household);

/// A person's stocks as they stand this morning.
Attitude attitude_of(const Today& today, const State& state, Id<Person> person);

/// A stock after a contact with an institution: trust of one who was treated well or badly.
double trust_after(const Parameters::Attitudes& assumed, double trust, Contact contact);

/// Carries the day's access to services into the filtered memory. Before anything is read.
void remember_services(const Today& today, State& state);

/// Applies the day's effects, grid by grid, in the order in which they were caused.
void apply_effects(const Today& today, State& state);

}  // namespace linli
