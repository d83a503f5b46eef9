#pragma once

/// What exists tonight. Tables of columns, the day's events between the phases (events.h), and the counts of the day.

#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "geography/town_graph.h"
#include "model/lists/levers.h"
#include "model/scenario/policy.h"
#include "state/docket.h"
#include "state/events.h"
#include "state/indicators.h"
#include "state/persons.h"
#include "state/police.h"
#include "state/respondents.h"

namespace linli {

/// A person of a generation: what a sleeping thing remembers of somebody.
struct Resident {
  Id<Person> person;
  std::uint64_t luck = 0;

  LINLI_MEMBERS(person, luck)
};

/// Somebody's return after a release; the next one has a time of its own.
struct Reentry {
  Id<Person> person;
  std::uint64_t luck = 0;
  std::uint8_t releases = 0;

  LINLI_MEMBERS(person, luck, releases)
};

/// Whether it is still the same person, who has not been released once more since.
inline bool is_last_return(const Persons& persons, const Reentry& reentry) {
  return persons.luck(reentry.person) == reentry.luck && persons.nature[reentry.person].releases() == reentry.releases;
}

/// A count over the last 365 days, kept up as days are added.
struct YearOfCounts {
  double sum = 0.0;
  std::vector<double> by_day;

  void add(double today);
  double per_year() const;  // also while the run is younger than a year

  LINLI_MEMBERS(sum, by_day)
};

/// What conditional measures can see: recorded figures of the whole city, as of last evening.
struct Signposts {
  SignpostReadings readings{};
  YearOfCounts criminal, public_order, petitions, opened, settled, calls;

  LINLI_MEMBERS(readings, criminal, public_order, petitions, opened, settled, calls)
};

/// What levers add to the ties that people tend to, filtered by the memory of ties, by day.
struct TiesMemory {
  std::vector<float> everybody;
  std::vector<float> migrants;      // by services and representation
  std::vector<float> associations;  // of migrants in family homes

  LINLI_MEMBERS(everybody, migrants, associations)
};

/// The rounds of the day in a grid.
struct RoundsInGrid {
  float worker_visits = 0.0f;  // of grid workers
  float leader_visits = 0.0f;  // of the stationed team
  float inspections = 0.0f;    // of safety inspectors
  float social_visits = 0.0f;  // of social workers

  LINLI_MEMBERS(worker_visits, leader_visits, inspections, social_visits)
};

/// Hazards by grid and type: open until found, then under repair until fixed.
struct Hazards {
  Column<Grid, PerKind<HazardType, std::int32_t>> open;
  Column<Grid, PerKind<HazardType, std::int32_t>> found;
  // Fixed: see hazard.h
  Column<Grid, PerKind<HazardType, float>> exposed;  // [persons] weighted by how much arises from them
  Column<Grid, float> rented;                        // [share] of the exposure to fire that is in rented homes
  Column<Grid, Range<Employer>> premises;            // firms of the grid

  LINLI_MEMBERS(open, found, exposed, rented, premises)
};

/// How yesterday's collective incidents bear on the disputes with a respondent.
struct Resolution {
  Id<Respondent> respondent;
  Response response = Response::negotiate;

  LINLI_MEMBERS(respondent, response)
};

struct Incident {
  IncidentRecord record{};
  Id<Respondent> respondent;
  Time ends = 0.0;

  LINLI_MEMBERS(record, respondent, ends)
};

/// Collective action: what goes on, and what earlier concessions invite.
struct Collective {
  std::vector<Incident> going_on;
  std::vector<Resolution> resolutions;                          // of today, for tomorrow's docket
  Column<Town, PerKind<RespondentKind, double>> demonstration;  // 1 on the day of a concession, fading
  std::uint32_t last_number = 0;
  std::vector<IncidentRecord> over_today;

  LINLI_MEMBERS(going_on, resolutions, demonstration, last_number, over_today)
};

/// A false grievance on its way through the city.
struct Rumour {
  std::uint16_t number = 0;
  RespondentKind about = RespondentKind::employer;  // whom it accuses
  Day arose = 0;
  bool answered = false;        // on the next day
  bool denied_wrongly = false;  // by an answer that does not hold
  std::vector<Resident> believers;
  std::uint64_t luck = 0;

  LINLI_MEMBERS(number, about, arose, answered, denied_wrongly, believers, luck)
};

struct Rumours {
  std::vector<Rumour> about;
  std::uint16_t last_number = 0;
  Column<Town, std::int32_t> believers;

  LINLI_MEMBERS(about, last_number, believers)
};

struct State {
  State() = default;
  State(std::size_t towns, std::size_t grids);

  Day day = 0;  // the day being lived, or the next one between days
  Levers levers;
  TriggerWatch triggers;
  Signposts signposts;

  Persons persons;
  Households households;
  Column<Grid, Range<Person>> residents_of;
  Column<Town, std::int32_t> vacant;  // rows without a resident
  Column<Town, PerKind<PopulationGroup, std::int32_t>> residents_by_group;
  Employers employers;
  Column<Town, Range<Employer>> employers_of;
  CalendarQueue<Id<Employer>> reopenings;
  CalendarQueue<Resident> job_searches;
  CalendarQueue<Id<Person>> newcomers;

  Respondents respondents;

  Column<Town, TiesMemory> ties_memory;  // see attitudes.h
  Column<Grid, RoundsInGrid> rounds;     // of today
  Column<Grid, float> rounds_record;     // what was found and recorded in an exponential window
  Column<Town, double> warnings_memory;  // [share] whom warnings against fraud have reached lately, see crime.h

  Column<Town, Docket> dockets;
  Column<Town, Station> stations;
  CalendarQueue<Release> releases;
  CalendarQueue<Reentry> reentry_ends;
  Streets streets;
  std::vector<PredatoryGroup> predatory_groups;
  std::uint32_t last_predatory_group = 0;

  Collective collective;
  Rumours rumours;
  Hazards hazards;
  Column<Town, Time> counselling;  // when the next place at a counsellor is free, see counselling.h

  TodaysEvents today;
  std::uint64_t events = 0;  // since the start: wrongs felt, disputes' steps, moves, offences, effects
  DailyTally daily{0, daily_indicators};
  WeeklyTally weekly{0, weekly_indicators};
  PanelTally panel{0, panel_indicators};

  LINLI_MEMBERS(day, levers, triggers, signposts, persons, households, residents_of, vacant, residents_by_group,
                employers, employers_of, reopenings, job_searches, newcomers, respondents, ties_memory, rounds,
                rounds_record, warnings_memory, dockets, stations, releases, reentry_ends, streets, predatory_groups,
                last_predatory_group, collective, rumours, hazards, counselling, today, events, daily, weekly, panel)
};

}  // namespace linli
