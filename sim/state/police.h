#pragma once

/// Officers, stations and the cases they work on; the state of crime in the grids.

#include <Eigen/Core>
#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "core/calendar.h"
#include "core/column.h"
#include "model/lists/kinds.h"
#include "state/queue.h"
#include "state/records.h"

namespace linli {

/// An offence on its way from the deed to the file.
struct Offence {
  OffenceRecord record{};
  Id<Person> offender;  // no row: somebody from elsewhere
  std::uint64_t offender_luck = 0;
  Id<Person> victim;    // no row: an organisation
  Id<Dispute> dispute;  // of the town's docket, for violence from a dispute
  std::uint32_t dispute_number = 0;
  Time time = 0.0;
  std::uint64_t luck = 0;  // key of what becomes of it

  LINLI_MEMBERS(record, offender, offender_luck, victim, dispute, dispute_number, time, luck)
};

/// A dispute that turned violent and that the police hand to the town's mediators.
struct HandedOver {
  Id<Dispute> dispute;
  std::uint32_t number = 0;

  LINLI_MEMBERS(dispute, number)
};

/// An officer in post. Patrols are sent to a grid every morning; response units wait at the station.
struct OfficerRow {
  Duty duty = Duty::community;
  bool auxiliary = false;  // patrols and nothing else
  bool on_duty = false;
  Id<Grid> place;  // where the officer is today
  Time busy_until = 0.0;

  LINLI_MEMBERS(duty, auxiliary, on_duty, place, busy_until)
};

inline constexpr int case_priorities = 3;

/// A recorded case waiting for hours.
struct Case {
  Offence offence;
  float hours_left = 0.0f;
  float response_minutes = -1.0f;  // below 0: nobody was sent

  LINLI_MEMBERS(offence, hours_left, response_minutes)
};

/// An offender who was found and held: settled in order of towns, because a person can be found only once.
struct Arrest {
  Id<Person> person;
  std::uint64_t luck = 0;  // of the person when the deed was done
  double days = 0.0;

  LINLI_MEMBERS(person, luck, days)
};

struct Station {
  std::vector<OfficerRow> officers;
  std::array<std::deque<Case>, case_priorities> cases;  // gravest first
  std::uint32_t last_number = 0;
  std::int32_t in_custody = 0;
  double known_offences = 0.0;  // exponential windows of what happened here
  double known_cleared = 0.0;   // and of what was cleared up: together the risk that people perceive
  std::vector<OffenceRecord> closed_today;
  std::vector<Arrest> arrests_today;
  std::vector<HandedOver> handed_over;  // today, for tomorrow's mediators

  LINLI_MEMBERS(officers, cases, last_number, in_custody, known_offences, known_cleared, closed_today, arrests_today,
                handed_over)
};

/// A group that extorts and lends at usury in its territory.
struct PredatoryGroup {
  Id<Town> seat;  // of the station that looks for it
  Range<Grid> territory;
  std::uint32_t members = 0;
  double exposure = 0.0;  // [hours] of investigation spent on it, reports included
  std::uint32_t number = 0;

  LINLI_MEMBERS(seat, territory, members, exposure, number)
};

struct Release {
  Id<Person> person;
  Id<Town> station;

  LINLI_MEMBERS(person, station)
};

/// Crime and guardianship by grid.
struct Streets {
  std::array<Eigen::ArrayXf, placed_offence_types> base;   // attractiveness that stays
  std::array<Eigen::ArrayXf, placed_offence_types> boost;  // attractiveness that events add and time takes away
  Eigen::ArrayXf patrol_minutes;                           // of the last deployment
  Eigen::ArrayXf guardianship;                             // of patrols and cameras: success falls by exp(-this)
  Eigen::ArrayXf solved;                                   // [share] of attraction that problem-solving holds down
  Eigen::ArrayXf stops;                                    // of the last deployment
  Eigen::ArrayXf hot;                                      // recorded offences in an exponential window

  LINLI_MEMBERS(base, boost, patrol_minutes, guardianship, solved, stops, hot)
};

}  // namespace linli
