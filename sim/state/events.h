#pragma once

/// The events that the day's phases leave for one another.

#include <cstdint>
#include <vector>

#include "core/column.h"
#include "core/members.h"
#include "model/lists/kinds.h"
#include "state/police.h"

namespace linli {

/// Somebody feels wronged.
struct Onset {
  Id<Person> complainant;
  Id<Person> opponent;        // no row where the respondent is an organisation
  Id<Respondent> respondent;  // no row where it is a person
  DisputeType type = DisputeType::neighbour;
  float severity = 1.0f;
  Time time = 0.0;
  std::uint64_t luck = 0;
};

/// Somebody who changes employer or leaves the city.
struct Move {
  Id<Person> person;
  bool leaves_city = false;
};

/// What an event does to a person's attitudes; attitudes.h applies it.
enum class Contact : std::uint8_t { none, good, bad, arrival };
struct Effect {
  Id<Person> person;
  float strain = 0.0f;              // added
  float ties = 0.0f;                // added
  Contact contact = Contact::none;  // arrival: a newcomer who starts afresh
};

/// Whose doing effects are, in the order in which they are applied.
enum class EffectSource : std::uint8_t {
  rounds,
  economy,
  migration,
  grievance,
  dispute,
  police,
  scrutiny,
  collective,
  rumour,
  hazard,
  self_harm,
  count
};

/// Lists that the grids, or the towns, fill side by side and that are read in order of place.
template <class Place, class Event>
struct EventsBy {
  std::vector<std::vector<Event>> lists;

  explicit EventsBy(std::size_t places = 0) : lists(places) {}
  std::vector<Event>& operator[](Id<Place> place) { return lists[place.row]; }
  const std::vector<Event>& operator[](Id<Place> place) const { return lists[place.row]; }
  void clear() {
    for (std::vector<Event>& list : lists) list.clear();
  }
};

/// What one source does, by whatever it works through: grids, towns or the city as a whole.
struct Effects {
  std::size_t grids = 0;
  std::vector<std::vector<Effect>> lists;  // of the grids, of the towns, of the city: the order in which they are read

  Effects() = default;
  Effects(std::size_t grids_of_city, std::size_t towns) : grids(grids_of_city), lists(grids_of_city + towns + 1) {}

  std::vector<Effect>& operator[](Id<Grid> grid) { return lists[grid.row]; }
  std::vector<Effect>& operator[](Id<Town> town) { return lists[grids + town.row]; }
  const std::vector<Effect>& operator[](Id<Grid> grid) const { return lists[grid.row]; }
  const std::vector<Effect>& operator[](Id<Town> town) const { return lists[grids + town.row]; }
  std::vector<Effect>& of_city() { return lists.back(); }
  void clear() {
    for (std::vector<Effect>& list : lists) list.clear();
  }
};

/// Empty every morning.
struct TodaysEvents {
  EventsBy<Town, Id<Employer>> closures;
  EventsBy<Grid, Move> moves;
  EventsBy<Grid, Onset> onsets;  // of the complainant's home
  EventsBy<Town, Offence> dispute_offences;
  EventsBy<Town, Offence> predation_offences;
  EventsBy<Grid, Offence> offences;  // of the offender's home; fraud: of the victim's
  EventsBy<Town, Offence> calls;     // all of today's offences, where they happened
  PerKind<EffectSource, Effects> effects;
  Column<Grid, std::uint8_t> hot_spots;         // whether a grid was one this morning, for the counts
  Column<Grid, std::uint32_t> put_on_record;    // hazards and grievances found, offences recorded
  Column<Grid, std::uint32_t> bounds_exceeded;  // by rates that are thinned: faults of the model

  explicit TodaysEvents(std::size_t grids = 0, std::size_t towns = 0);
  void clear();

  LINLI_MEMBERS(closures, moves, onsets, dispute_offences, predation_offences, offences, calls, effects, hot_spots,
                put_on_record, bounds_exceeded)
};

}  // namespace linli
