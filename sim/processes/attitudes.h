#pragma once

/// Attitudes: strain, trust in local institutions and local ties, and how events move them.
///
///     strain  s(t) = s0 exp(-(t - t0) / tau_s), shocks add, at most 5
///     trust   T relaxes to its base with tau_T;  good contact  T += eta (1 - T),  bad contact  T -= r eta T
///     ties    E relaxes to E_inf with tau_E from 0.1 on arrival;
///             E_inf = base + own home + family household + L, L = covenants, good-neighbour credit, services,
///             representation and, for those who live in a family home, associations (their associations meet in homes
///             and shops, not in dormitories); hukou residents have the last three in full
///
/// Stocks are stored with the day of their last update and brought forward in closed form when somebody looks. Only
/// levers move the target of ties over time. They enter through F, their part L filtered by the same memory,
/// F(d+1) = k F(d) + (1-k) L(d): then E - fixed - F decays purely exponentially, so the lazy update is exact whatever a
/// lever did in between. Bounded updates with unequal steps follow the asymmetry of contacts found by
/// Skogan (2006); a share of every change of trust reaches the household, half of that two workmates.
///
/// Everybody starts out with the base of trust, whoever they are and whenever they came, and hukou residents with the
/// ties that they tend to: what tells people of one household type apart later is what happened to them, and for
/// migrants how long they have been here.
///
/// Reads all effects of the day; writes persons.attitude and ties_memory.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

inline constexpr float most_strain = 5.0f;
inline constexpr float most_ties = 0.95f;

/// What covenants and good-neighbour credit add to everybody's ties.
double ties_of_neighbours(const Parameters::Attitudes& assumed, const LeverValues& levers);

/// What services, representation and associations in full add to the ties of a household's members.
double full_integration(const Parameters::Attitudes& assumed, const Household& household);

/// Where a household's ties tend, levers aside.
double ties_target(const Parameters::Attitudes& assumed, const Household& household);

/// A person's stocks as they stand this morning, once remember_ties has run.
Attitude attitude_of(const Today& today, const State& state, Id<Person> person);

/// A stock after a contact with an institution: trust of one who was treated well or badly.
double trust_after(const Parameters::Attitudes& assumed, double trust, Contact contact);

/// Carries the day's levers into the filtered memory. Before anything is read.
void remember_ties(const Today& today, State& state);

/// Applies the day's effects, grid by grid, in the order in which they were caused.
void apply_effects(const Today& today, State& state);

}  // namespace linli
