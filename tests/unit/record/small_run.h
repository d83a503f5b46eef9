#pragma once

/// A made-up run of a world with two towns, three communities and five grids, told to an observer day by day.

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "engine/observer.h"
#include "support/folder.h"

namespace linli {

using Folder = support::TemporaryFolder;

inline TownGraph small_graph() {
  TownGraph graph;
  graph.towns = {{.code = "01",
                  .name_zh = "虎门镇",
                  .name_en = "Humen",
                  .residents = 300,
                  .area_km2 = 30.0,
                  .lon = 113.67,
                  .lat = 22.82},
                 {.code = "02",
                  .name_zh = "长安镇",
                  .name_en = "Chang'an",
                  .residents = 100,
                  .area_km2 = 20.0,
                  .lon = 113.80,
                  .lat = 22.80}};
  graph.town_of_community = {Id<Town>(0), Id<Town>(0), Id<Town>(1)};
  graph.community_name = {"Humen 01", "Humen 02", "Chang'an 01"};
  graph.town_of = {Id<Town>(0), Id<Town>(0), Id<Town>(0), Id<Town>(1), Id<Town>(1)};
  graph.community_of = {Id<Community>(0), Id<Community>(0), Id<Community>(1), Id<Community>(2), Id<Community>(2)};
  graph.lon = {113.61f, 113.62f, 113.63f, 113.81f, 113.82f};
  graph.lat = Column<Grid, float>(5, 22.8f);
  graph.area_km2 = Column<Grid, float>(5, 10.0f);
  graph.residents = Column<Grid, std::int64_t>(5, 80);
  return graph;
}

inline Scenario small_scenario() {
  Scenario scenario;
  scenario.title_en = "Two towns";
  scenario.title_zh = "两个镇";
  scenario.seed = 18446744073709551557ull;  // does not fit into a double
  scenario.text = "seed = 7\n" + std::string(100'000, '#');
  scenario.content_hash = "0123456789abcdef";
  scenario.lineage = {"base.toml", "two-towns.toml"};
  return scenario;
}

/// A dispute mediated by the community, four days after it was opened.
inline DisputeRecord mediated_dispute(float closed) {
  return {.number = 4'000'000'000u,
          .town = Id<Town>(1),
          .grid = Id<Grid>(3),
          .type = DisputeType::rental,
          .outcome = Outcome::settled,
          .last_stage = Stage::community,
          .doors = 1u << 1 | 1u << 2 | 1u << 8,
          .peak_intensity = 2,
          .meetings = 1,
          .violent_events = 0,
          .complainant_migrant = true,
          .reopened = false,
          .recorded_settled = true,
          .severity = 1.5f,
          .opened = closed - 4.0f,
          .closed = closed};
}

inline OffenceRecord uncleared_theft(float committed) {
  return {.number = 9,
          .town = Id<Town>(0),
          .grid = Id<Grid>(1),
          .offender_home = Id<Grid>(),
          .type = OffenceType::theft,
          .harm = Harm::none,
          .recorded = Recording::public_order,
          .reported = true,
          .cleared = false,
          .victim_migrant = false,
          .loss = 700.0f,
          .committed = committed,
          .closed = NAN};
}

inline IncidentRecord unfinished_incident(float began) {
  return {.number = 3,
          .town = Id<Town>(1),
          .respondent = RespondentKind::property_company,
          .response = Response::concede,
          .pool = 40,
          .participants = 25,
          .began = began,
          .lasted = NAN};
}

inline PanelRecord panel_member(int year) {
  return {.member = 7,
          .generation = 2,
          .year = static_cast<std::uint16_t>(year),
          .town = Id<Town>(0),
          .grid = Id<Grid>(2),
          .age = AgeBand::elder,
          .male = false,
          .migrant = true,
          .employed = false,
          .strain = 0.5f,
          .trust = 0.75f,
          .ties = 0.25f};
}

/// The run. Claims are numbered so that every cell differs; a dispute is mediated late every evening, so late that its
/// time as a float is the next midnight. Every day an incident begins and a lever is moved in Humen; at the end of a
/// year, and of the run, one member of the panel is asked.
class SmallRun {
 public:
  explicit SmallRun(Day days, Date start = std::chrono::year(2021) / 12 / 25)
      : calendar_(start, days), graph_(small_graph()), scenario_(small_scenario()) {}

  RunStart start() const { return {scenario_, calendar_, graph_, 400, 2, 1.0}; }

  void tell(Observer& observer, Day day) {
    fill(day);
    if (change_) change_(daily_, panel_);
    const bool week_ends = calendar_.weekday(day) == 6 || day + 1 == calendar_.days();
    const std::array disputes = {mediated_dispute(static_cast<float>(day + 0.99999999))};
    const std::array offences = {uncleared_theft(static_cast<float>(day) + 0.25f)};
    const std::array incidents = {unfinished_incident(static_cast<float>(day) + 0.5f)};
    const std::array changes = {Levers::Change{day, Id<Town>(0), lever_index("police.officers"), 10.0 + day}};
    std::vector<PanelRecord> people;
    if (ends_year(day) || day + 1 == calendar_.days()) people = {panel_member(year_of(day))};
    observer.day_ended({.day = day,
                        .daily = daily_,
                        .weekly = week_ends ? &weekly_ : nullptr,
                        .panel = week_ends ? &panel_ : nullptr,
                        .disputes = disputes,
                        .offences = offences,
                        .incidents = incidents,
                        .panel_people = people,
                        .lever_changes = changes,
                        .events_so_far = static_cast<std::uint64_t>(day) * 2});
  }

  void tell(Observer& observer, Day first, Day last) {
    for (Day day = first; day < last; ++day) tell(observer, day);
  }

  RunEnd end(Day days) const { return {days, days == calendar_.days(), 1.5, 12, "feedface", {{"economy", 0.25}}}; }

  /// All of it.
  void tell(Observer& observer) {
    observer.run_started(start());
    tell(observer, 0, calendar_.days());
    observer.run_ended(end(calendar_.days()), {});
  }

  const Scenario& scenario() const { return scenario_; }

  /// Makes it a different one from the next day on.
  void change(std::function<void(DailyTally& daily, PanelTally& panel)> how) { change_ = std::move(how); }

 private:
  int year_of(Day day) const { return static_cast<int>(calendar_.date(day).year()); }
  bool ends_year(Day day) const { return calendar_.date(day) == calendar_.date(day).year() / 12 / 31; }

  void fill(Day day) {
    const Id<Town> humen(0), changan(1);
    daily_(humen, Daily::residents) = 300;
    daily_(changan, Daily::residents) = 100;
    for (Id<Town> town : all_rows<Town>(2))
      for (DisputeType type : every<DisputeType>())
        daily_(town, Daily::claims, type) = 1000.0 * day + 100.0 * town.row + static_cast<double>(type);
    daily_(changan, Daily::settled, Stage::community) = 1;
    daily_(changan, Daily::settled, Stage::bilateral) = 5;
    daily_(humen, Daily::recorded_public_order, OffenceType::theft) = 4;
    daily_(humen, Daily::cleared, OffenceType::theft) = 1;
    daily_(humen, Daily::victims_harmed, Harm::death) = 1;
    daily_(humen, Daily::victims_harmed, Harm::injury) = 9;
    daily_(humen, Daily::workers, Sector::construction) = 50;
    daily_(humen, Daily::workers, Sector::services) = 150;
    daily_(humen, Daily::workers_owed, Sector::construction) = day < 7 ? 1 : 5;
    weekly_(Id<Grid>(4), Weekly::offences, OffenceType::robbery) = day;
    fill_panel();
  }

  /// Humen has 200 hukou residents and 100 migrants, Chang'an only migrants.
  void fill_panel() {
    const Id<Town> humen(0), changan(1);
    using G = PopulationGroup;
    daily_(humen, Daily::residents_by_group, G::hukou) = 200;
    daily_(humen, Daily::residents_by_group, G::migrant) = 100;
    daily_(changan, Daily::residents_by_group, G::migrant) = 100;
    panel_(humen, Panel::trust, G::hukou) = 0.6;
    panel_(humen, Panel::trust, G::migrant) = 0.6;
    panel_(changan, Panel::trust, G::hukou) = NAN;
    panel_(changan, Panel::trust, G::migrant) = 0.2;
  }

  Calendar calendar_;
  TownGraph graph_;
  Scenario scenario_;
  DailyTally daily_{2, daily_indicators};
  WeeklyTally weekly_{5, weekly_indicators};
  PanelTally panel_{2, panel_indicators};
  std::function<void(DailyTally&, PanelTally&)> change_;
};

/// What a program prints, or nothing when it fails or does not exist.
inline std::string printed(const std::string& command) {
  std::string text;
  std::FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
  std::array<char, 4096> piece;
  for (std::size_t n; (n = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;) text.append(piece.data(), n);
  return pclose(pipe) == 0 ? text : std::string();
}

}  // namespace linli
