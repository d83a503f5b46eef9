#include "processes/rumour.h"

#include <gtest/gtest.h>

#include <cmath>

#include "processes/attitudes.h"
#include "processes/collective.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

const Nature grown_up(AgeBand::adult, true, true, 0.3);

/// Assumptions of these tests, whatever the defaults: no rumour arises by itself, news stays news, nobody answers.
Scenario quiet(std::int64_t residents = 10'000, Day days = 400) {
  Scenario scenario = scenario_of({{.residents = residents}}, days);
  scenario.parameters.rumour = {.arise = 0.0,
                                .after_incident = 0.0,
                                .contacts = 0.05,
                                .forget = 10.0,
                                .answer_effect = 0.8,
                                .denial_effect = 0.5,
                                .strain = 0.1,
                                .doubt = 0.5,
                                .news = 1e9};
  scenario.levers.information = {.openness = 0.0, .accuracy = 1.0};
  return scenario;
}

struct Talk : SmallWorld {
  explicit Talk(const Scenario& scenario) : SmallWorld(scenario) {
    make_all_alike(grown_up, {.strain = 0.0f, .trust = 0.6f, .ties = 0.4f});
  }

  /// A rumour that so many people, spread over the town, believe already.
  Rumour& begin(std::uint32_t believers) {
    Rumour rumour{.number = ++state.rumours.last_number, .arose = state.day, .luck = 12345};
    const auto step = static_cast<std::uint32_t>(state.persons.size()) / believers;
    for (std::uint32_t i = 0; i < believers; ++i) {
      const Id<Person> person(i * step);
      rumour.believers.push_back({person, state.persons.luck(person)});
      state.persons.heard[person] = rumour.number;
      ++state.rumours.believers[Id<Town>(0)];
    }
    return state.rumours.about.emplace_back(rumour);
  }

  /// Everybody works at one firm and lives alone.
  void mix_well() {
    Employers& employers = state.employers;
    employers.filled[Id<Employer>(0)] = static_cast<std::uint16_t>(state.persons.size());
    employers.worker.assign(people().begin().row, {});
    for (Id<Person> person : people()) {
      employers.worker.push_back(person);
      state.persons.employer[person] = Id<Employer>(0);
      state.persons.household[person] = Id<Household>(0);
    }
    state.households.first[Id<Household>(1)] = state.households.first[Id<Household>(0)];
  }

  void live(Day days) {
    for (Day end = state.day + days; state.day < end; sleep()) {
      spread_rumours(today(), state);
      apply_effects(today(), state);
    }
  }

  double heard() const {
    double count = 0.0;
    for (std::uint16_t number : state.persons.heard) count += number != 0;
    return count;
  }
  double believers() const { return state.rumours.believers[Id<Town>(0)]; }
};

TEST(Rumours, ReachNobodyWhereNobodyTells) {
  Scenario scenario = quiet();
  scenario.parameters.rumour.contacts = 0.0;
  Talk world(scenario);
  world.begin(50);
  world.live(200);
  EXPECT_EQ(world.heard(), 50.0);
  EXPECT_TRUE(world.state.rumours.about.empty()) << "forgotten";
  EXPECT_EQ(world.believers(), 0.0);
}

TEST(Rumours, AreLetGoAfterTheirTime) {
  Scenario scenario = quiet();
  scenario.parameters.rumour.contacts = 0.0;
  Talk world(scenario);
  world.begin(5000);
  world.live(7);
  const double left = std::pow(0.9, 7);
  EXPECT_NEAR(world.believers() / 5000.0, left, four_errors_of_share(left, 5000.0));
}

TEST(Rumours, InAWellMixedTownReachTheShareOfTheFinalSizeEquation) {
  Scenario scenario = quiet(20'000);
  scenario.parameters.rumour.contacts = 0.1;  // two workmates a day for ten days: a reproduction number of 2
  Talk world(scenario);
  world.mix_well();
  world.begin(100);
  world.live(300);
  EXPECT_TRUE(world.state.rumours.about.empty());
  double reached = 0.8;
  for (int i = 0; i < 100; ++i) reached = 1.0 - (1.0 - 100.0 / 20'000.0) * std::exp(-2.0 * reached);
  EXPECT_NEAR(world.heard() / 20'000.0, reached, 0.02);
}

TEST(Rumours, ByDefaultReachMoreThanTheFirstButAFewOfTheTown) {
  Scenario scenario = quiet(20'000, 800);
  scenario.parameters.rumour = Parameters::Rumour{.arise = 0.0, .after_incident = 0.0};
  Talk world(scenario);
  world.begin(40);
  world.live(800);
  EXPECT_TRUE(world.state.rumours.about.empty());
  EXPECT_GT(world.heard(), 100.0);
  EXPECT_LT(world.heard(), 4000.0);
}

TEST(Rumours, SpreadAtHomeAndAtWorkOnly) {
  Scenario scenario = quiet();
  scenario.parameters.rumour.contacts = 0.5;
  Talk world(scenario);
  const Id<Person> first(0);
  world.begin(1);
  spread_rumours(world.today(), world.state);
  const auto& household = world.state.persons.household;
  const auto& employer = world.state.persons.employer;
  for (Id<Person> person : world.people()) {
    if (world.state.persons.heard[person] != 0) {
      EXPECT_TRUE(household[person] == household[first] || employer[person] == employer[first]);
    }
  }
}

TEST(Rumours, AreCountedAsAStockInTheTownOfTheBelievers) {
  Talk world(quiet());
  world.begin(400);
  for (int day = 0; day < 30; ++day, world.sleep()) {
    spread_rumours(world.today(), world.state);
    double believers = 0.0;
    for (const Rumour& rumour : world.state.rumours.about) believers += static_cast<double>(rumour.believers.size());
    EXPECT_EQ(world.believers(), believers);
    EXPECT_EQ(world.state.daily(Id<Town>(0), Daily::believers), believers);
  }
}

TEST(Rumours, LeaveWithBelieversWhoLeave) {
  Talk world(quiet());
  world.begin(100);
  for (Id<Person> person : world.people()) ++world.state.persons.generation[person];
  world.live(1);
  EXPECT_TRUE(world.state.rumours.about.empty());
  EXPECT_EQ(world.heard(), 100.0) << "and are told to nobody on the way";
}

TEST(Rumours, ReachNobodyTwiceAndNewOnesReachThoseOfOldOnes) {
  Scenario scenario = quiet(2000);
  scenario.parameters.rumour.contacts = 0.4;
  Talk world(scenario);
  world.begin(50);
  world.begin(50);
  for (int day = 0; day < 40; ++day, world.sleep()) {
    spread_rumours(world.today(), world.state);
    for (const Rumour& rumour : world.state.rumours.about) {
      std::vector<std::uint32_t> rows;
      for (const Resident& believer : rumour.believers) rows.push_back(believer.person.row);
      std::sort(rows.begin(), rows.end());
      EXPECT_EQ(std::adjacent_find(rows.begin(), rows.end()), rows.end());
    }
  }
  const auto& heard = world.state.persons.heard;
  EXPECT_GT(std::count(heard.begin(), heard.end(), 2), 500);
}

TEST(Rumours, AriseAtTheirRate) {
  Scenario scenario = quiet();
  scenario.parameters.rumour.arise = 20'000.0;  // in a town of ten thousand: 200 a year
  scenario.parameters.rumour.contacts = 0.0;
  Talk world(scenario);
  double count = 0.0;
  for (int day = 0; day < 365; ++day, world.sleep()) {
    spread_rumours(world.today(), world.state);
    count += world.state.daily(Id<Town>(0), Daily::rumours);
  }
  EXPECT_NEAR(count, 200.0, four_errors_of_count(200.0));
}

TEST(Rumours, FollowIncidentsThatBeganToday) {
  Scenario scenario = quiet();
  scenario.parameters.rumour.after_incident = 1.0;
  Talk world(scenario);
  world.state.day = 5;
  const auto happened = [](float began) {
    return Incident{IncidentRecord{.town = Id<Town>(0), .respondent = RespondentKind::clinic, .began = began},
                    Id<Respondent>(3), 9.0};
  };
  world.state.collective.going_on = {happened(4.0f), happened(5.0f)};
  spread_rumours(world.today(), world.state);
  ASSERT_EQ(world.state.rumours.about.size(), 1u);
  EXPECT_EQ(world.state.rumours.about[0].about, RespondentKind::clinic);
}

TEST(Telling, FadesWithNewsAndChangesWithTheAnswerFromTheNextDayOn) {
  Parameters::Rumour assumed = quiet().parameters.rumour;
  Rumour rumour{.arose = 10, .answered = true};
  EXPECT_NEAR(chance_of_telling(assumed, rumour, 11), 0.05, 1e-9);
  EXPECT_NEAR(chance_of_telling(assumed, rumour, 12), 0.05 * 0.2, 1e-9);
  rumour.denied_wrongly = true;
  EXPECT_NEAR(chance_of_telling(assumed, rumour, 12), 0.05 * 1.5, 1e-9);
  assumed.news = 20.0;
  EXPECT_NEAR(chance_of_telling(assumed, rumour, 30), 0.075 * std::exp(-1.0), 1e-9);
}

/// A year in a town of rumours: person-days of belief and the mean of trust at its end.
struct Year {
  double belief = 0.0, trust = 0.0, strain = 0.0;
};

Year year_with(double openness, double accuracy) {
  Scenario scenario = quiet(6000);
  scenario.parameters.rumour.arise = 10'000.0;
  scenario.levers.information = {.openness = openness, .accuracy = accuracy};
  Talk world(scenario);
  Year year;
  for (int day = 0; day < 365; ++day, world.sleep()) {
    spread_rumours(world.today(), world.state);
    year.belief += world.believers();
    apply_effects(world.today(), world.state);
  }
  for (Id<Person> person : world.people()) {
    const Attitude now = attitude_of(world.today(), world.state, person);
    year.trust += now.trust / static_cast<double>(world.state.persons.size());
    year.strain += now.strain / static_cast<double>(world.state.persons.size());
  }
  return year;
}

TEST(MechanismRumour, OpenInformationCutsBeliefAndStrain) {
  const Year closed = year_with(0.0, 1.0), half = year_with(0.5, 1.0), open = year_with(1.0, 1.0);
  EXPECT_LT(open.belief, 0.6 * closed.belief);
  EXPECT_LT(half.belief, closed.belief);
  EXPECT_GT(half.belief, open.belief);
  EXPECT_LT(open.strain, closed.strain);
  EXPECT_NEAR(open.trust, closed.trust, 1e-6) << "no answer was wrong";
}

TEST(MechanismRumour, OpennessMultipliesWrongAnswersByItsShare) {
  const auto wrong = [](double openness, double accuracy) {
    Scenario scenario = quiet();
    scenario.parameters.rumour.arise = 4e6;
    scenario.levers.information = {.openness = openness, .accuracy = accuracy};
    Talk world(scenario);
    spread_rumours(world.today(), world.state);
    const DailyTally& daily = world.state.daily;
    return std::pair(daily(Id<Town>(0), Daily::wrong_answers), daily(Id<Town>(0), Daily::rumours));
  };
  const auto [some, rumours] = wrong(0.5, 0.6);
  ASSERT_GT(rumours, 50.0);
  EXPECT_NEAR(some / rumours, 0.2, four_errors_of_share(0.2, rumours));
  EXPECT_EQ(wrong(0.0, 0.0).first, 0.0);
  EXPECT_EQ(wrong(1.0, 1.0).first, 0.0);
  EXPECT_EQ(wrong(1.0, 0.0).first, rumours);
}

TEST(MechanismRumour, WrongAnswersSpreadBeliefAndCostTrust) {
  const Year silent = year_with(0.0, 0.0), wrong = year_with(1.0, 0.0);
  EXPECT_GT(wrong.belief, 1.1 * silent.belief);
  EXPECT_LT(wrong.trust, silent.trust - 0.0005);
}

}  // namespace
}  // namespace linli
