#pragma once

/// Thinning (Lewis & Shedler 1979): rare events without touching everybody.
///
/// A grid draws the number of candidates from Poisson(residents * bound) and picks each uniformly; whoever considers a
/// candidate accepts with probability rate / bound. That is exact as long as no rate exceeds the bound, and since
/// bounds come from parameters alone, two policies meet the same candidates with the same luck. Every candidate has
/// draws of its own, so that considering one for longer disturbs no other.

#include <algorithm>
#include <array>
#include <cassert>

#include "processes/today.h"

namespace linli {

/// Whether a candidate at `position` (uniform below the bound) is taken. No rate may exceed its bound: development
/// builds stop there, others count it, so that a result always says whether the thinning was exact.
inline bool accepted(double position, double rate, double bound, std::uint32_t& exceeded) {
  const bool too_high = rate > bound * (1.0 + 1e-9);
  assert(!too_high);
  exceeded += too_high;
  return position < rate;
}

/// consider(person, draws) for every candidate of a grid; `bound` is per resident and day. Candidates are picked a
/// few ahead of being considered, so that memory can fetch what they are meanwhile.
template <class Consider>
void for_each_candidate(const Today& today, const Persons& persons, Purpose purpose, Id<Grid> grid,
                        Range<Person> residents, double bound, const Consider& consider) {
  struct Candidate {
    Draws draws;
    Id<Person> person;
  };
  constexpr std::uint32_t ahead = 16;
  Draws draws = today.draws(purpose, grid.row);
  const std::uint32_t count = poisson(draws, residents.size() * bound);
  for (std::uint32_t first = 0; first < count; first += ahead) {
    std::array<Candidate, ahead> batch{};
    const std::uint32_t size = std::min(ahead, count - first);
    for (std::uint32_t i = 0; i < size; ++i) {
      batch[i].draws = today.draws(purpose, candidate(grid.row, first + i));
      batch[i].person = residents[pick(batch[i].draws, residents.size())];
      __builtin_prefetch(&persons.nature[batch[i].person]);
    }
    for (std::uint32_t i = 0; i < size; ++i) consider(batch[i].person, batch[i].draws);
  }
}

}  // namespace linli
