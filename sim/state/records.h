#pragma once

/// Finished business, for the event tables: one row per dispute and per offence, written when it is over.

#include <cstdint>
#include <vector>

#include "core/calendar.h"
#include "core/id.h"
#include "model/lists/kinds.h"

namespace linli {

/// A claimed dispute, when it closed (or when the run ended: outcome open). Latent grievances are only counted.
struct DisputeRecord {
  std::uint32_t number;  // unique within the town
  Id<Town> town;
  Id<Grid> grid;  // home of the complainant
  DisputeType type;
  Outcome outcome;
  Stage last_stage;             // where it was settled, judged or given up
  std::uint16_t doors;          // bit per Stage that it entered
  std::uint8_t peak_intensity;  // Glasl 1 to 9
  std::uint8_t meetings;
  std::uint8_t violent_events;
  bool complainant_migrant;
  bool reopened;          // its settlement had been broken
  bool recorded_settled;  // officials recorded it as settled, rightly or not
  float severity;
  float opened;  // [days since start]
  float closed;  // [days since start]; not a number while open

  LINLI_MEMBERS(number, town, grid, type, outcome, last_stage, doors, peak_intensity, meetings, violent_events,
                complainant_migrant, reopened, recorded_settled, severity, opened, closed)
};

enum class Recording : std::uint8_t { none, public_order, criminal };

/// An offence, when its case was over or when it was clear that there would be none.
struct OffenceRecord {
  std::uint32_t number;  // unique within the town
  Id<Town> town;         // where it happened
  Id<Grid> grid;
  Id<Grid> offender_home;  // no row for offenders from elsewhere
  OffenceType type;
  Harm harm;
  Recording recorded;
  bool reported;
  bool cleared;
  bool victim_migrant;
  float loss;       // [yuan]
  float committed;  // [days since start]
  float closed;     // [days since start] cleared or shelved; not a number otherwise

  LINLI_MEMBERS(number, town, grid, offender_home, type, harm, recorded, reported, cleared, victim_migrant, loss,
                committed, closed)
};

/// A collective incident, when it was over.
struct IncidentRecord {
  std::uint32_t number;  // unique within the run
  Id<Town> town;         // where most of its participants live
  RespondentKind respondent;
  Response response;
  std::uint32_t pool;          // people with an open dispute against the respondent
  std::uint32_t participants;  // of them
  float began;                 // [days since start]
  float lasted;                // [days]

  LINLI_MEMBERS(number, town, respondent, response, pool, participants, began, lasted)
};

/// A member of the fixed panel of one resident in a hundred, at the end of a year.
struct PanelRecord {
  std::uint32_t member;      // number in the panel: a place, whose resident may change
  std::uint16_t generation;  // tells residents of a place apart
  std::uint16_t year;
  Id<Town> town;
  Id<Grid> grid;
  AgeBand age;
  bool male;
  bool migrant;
  bool employed;
  float strain, trust, ties;
};

}  // namespace linli
