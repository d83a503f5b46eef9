#include "processes/mediation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

/// A post with two part-timers and a full-timer appointed after them, and cases of these intensities.
struct OnePost {
  explicit OnePost(const std::vector<int>& intensities = {}) {
    docket.posts.resize(1);
    for (bool full_time : {false, false, true})
      docket.posts[0].mediators.push_back(docket.mediators.push_back({.full_time = full_time}));
    for (int intensity : intensities)
      docket.disputes.push_back({.number = ++docket.last_number,
                                 .stage = Stage::community,
                                 .intensity = static_cast<std::uint8_t>(intensity)});
  }

  Post& post() { return docket.posts[0]; }
  void join(std::uint64_t row, Time now) { join_queue(docket, post(), Id<Dispute>(row), now); }
  std::uint32_t next() { return next_in_queue(docket, post()).row; }

  Docket docket;
};

const WorkingHours at_work{.full_time = 7.0, .part_time = 0.6};

TEST(Mediators, OfFullTimeAreTakenFirst) {
  OnePost world({1});
  EXPECT_EQ(free_mediator(world.docket, world.post(), at_work), Id<Mediator>(2));
  world.docket.mediators[Id<Mediator>(2)].at_work_on = Id<Dispute>(0);
  EXPECT_EQ(free_mediator(world.docket, world.post(), at_work), Id<Mediator>(0));
}

TEST(Mediators, WhoAreAllAtWorkCannotBeTaken) {
  OnePost world({1});
  for (MediatorRow& mediator : world.docket.mediators) mediator.at_work_on = Id<Dispute>(0);
  EXPECT_FALSE(free_mediator(world.docket, world.post(), at_work));
}

TEST(Mediators, WithoutAnHourForCasesTakeNone) {
  OnePost world({1});
  const WorkingHours no_part_time{.full_time = 7.0}, none{};
  EXPECT_EQ(free_mediator(world.docket, world.post(), no_part_time), Id<Mediator>(2));
  EXPECT_FALSE(free_mediator(world.docket, world.post(), none));
  EXPECT_TRUE(has_hours(world.docket, world.post(), no_part_time));
  EXPECT_FALSE(has_hours(world.docket, world.post(), none));
}

TEST(Queue, ServesGraveCasesFirstAndThenWhoCameFirst) {
  OnePost world({1, 2, 3, 5, 6, 9});
  double now = 0.0;
  for (std::uint64_t row : {1, 0, 3, 2, 5, 4}) world.join(row, now += 0.1);
  EXPECT_EQ(world.docket.waiting_at[Stage::community], 6);
  std::vector<std::uint32_t> served;
  for (int i = 0; i < 6; ++i) served.push_back(world.next());
  EXPECT_EQ(served, (std::vector<std::uint32_t>{5, 4, 3, 2, 1, 0}));
  EXPECT_EQ(world.docket.waiting_at[Stage::community], 0);
  EXPECT_FALSE(next_in_queue(world.docket, world.post()));
}

TEST(Queue, PassesOverThoseWhoHaveLeftOrComeAgain) {
  OnePost world({1, 1, 1});
  for (std::uint64_t row : {0, 1, 2}) world.join(row, 0.1 * static_cast<double>(row));
  world.docket.disputes[Id<Dispute>(0)].waiting = false;  // given up
  world.docket.disputes[Id<Dispute>(1)].number = 77;      // closed; the row has a new dispute
  EXPECT_EQ(world.next(), 2u);
}

/// Assumptions of these tests, whatever the defaults.
Parameters::Ladder assumed() {
  Parameters::Ladder ladder;
  ladder.agree_base = 2.4, ladder.agree_skill = 0.8, ladder.agree_intensity = 0.45;
  ladder.agree_power = 0.8, ladder.agree_trust = 0.8, ladder.agree_age = 0.25;
  return ladder;
}

TEST(Agreement, BecomesLessLikelyWithIntensityPowerAndAge) {
  const Parameters::Ladder ladder = assumed();
  const double easy = logistic(agreement_odds(ladder, 0.0, 1, 0.0, 0.0, 0.0));
  EXPECT_NEAR(easy, logistic(2.4), 1e-12);
  EXPECT_EQ(logistic(agreement_odds(ladder, 0.0, 2, 0.0, 0.0, 0.0)), easy) << "only stages above 2 count";
  double last = easy;
  for (int intensity = 3; intensity <= 9; ++intensity) {
    const double now = logistic(agreement_odds(ladder, 0.0, intensity, 0.0, 0.0, 0.0));
    EXPECT_LT(now, last);
    last = now;
  }
  EXPECT_NEAR(logistic(agreement_odds(ladder, 0.0, 4, 0.5, 0.0, 30.0)),
              logistic(2.4 - 0.9 - 0.4 - 0.25 * std::log(2.0)), 1e-12);
}

TEST(Agreement, BecomesLikelierWithSkillAndTrust) {
  const Parameters::Ladder ladder = assumed();
  EXPECT_NEAR(logistic(agreement_odds(ladder, 1.0, 1, 0.0, 0.1, 0.0)), logistic(2.4 + 0.8 + 0.08), 1e-12);
}

// --- hours

/// The third of May 2021 is a Monday, day 2 of a quiet world; the Labour Day holiday lasts until the fifth.
SmallWorld quiet_world() {
  Scenario scenario = scenario_of({{.residents = 10'000, .communities = 3, .grids = 9}}, 60);
  LeverValues::Mediation& levers = scenario.levers.mediation;
  levers = {.full_time = 1.0, .part_time = 9.0, .full_time_hours = 7.0, .part_time_hours = 0.6};
  levers.weekend_hours = 0.0, levers.town_share = 0.3, levers.training = 16.0;
  levers.sector = 0.0, scenario.levers.police.desk = 0.0;
  return SmallWorld(scenario);
}

Time end_of(const SmallWorld& world, bool full_time, Time start, double hours) {
  const LeverValues::Mediation& levers = world.state.levers[town].mediation;
  return end_of_work(world.today(), levers, hours_of(world.parameters().ladder, levers, full_time), start, hours);
}

TEST(Work, OfAFewHoursIsDoneWithinAWorkingDay) {
  const SmallWorld world = quiet_world();
  const double offered = 7.0 - 16.0 / 250.0;
  EXPECT_NEAR(end_of(world, true, 9.25, offered / 2.0), 9.75, 1e-9);
  EXPECT_NEAR(end_of(world, true, 9.0, 1.5 * offered), 10.5, 1e-9);
}

TEST(Work, RestsAtWeekendsUnlessServiceIsOffered) {
  SmallWorld world = quiet_world();
  const Day friday = 13;
  ASSERT_EQ(world.setting.calendar.weekday(friday), 4);
  const double offered = 7.0 - 16.0 / 250.0;
  EXPECT_NEAR(end_of(world, true, friday + 0.5, offered), friday + 3.5, 1e-9);
  world.state.levers.set(0, town, lever_index("mediation.weekend_hours"), 1.0);
  EXPECT_NEAR(end_of(world, true, friday + 0.5, offered), friday + 1.5, 1e-9);
}

TEST(Work, TakesPartTimersLonger) {
  const SmallWorld world = quiet_world();
  EXPECT_GT(end_of(world, false, 9.0, 3.0), end_of(world, true, 9.0, 3.0) + 4.0);
}

// --- posts

std::pair<int, int> posts_filled(const Docket& docket) {
  std::pair<int, int> filled;
  for (const MediatorRow& mediator : docket.mediators)
    if (mediator.in_service) ++(mediator.full_time ? filled.first : filled.second);
  return filled;
}

TEST(Posts, AreFilledAsTheLeversSay) {
  SmallWorld world = quiet_world();
  Docket& docket = world.state.dockets[town];
  world.state.levers.set(0, town, lever_index("mediation.full_time"), 10.0);
  EXPECT_TRUE(staff_posts(world.today(), town, 10'000, docket));
  EXPECT_EQ(posts_filled(docket), std::pair(10, 9));
  EXPECT_EQ(docket.posts[3].mediators.size(), 3u) << "a share of 0.3 at the town centre";
  EXPECT_FALSE(staff_posts(world.today(), town, 10'000, docket)) << "nothing has changed";
}

/// Skills of those in service at a post, by position; full-timers and part-timers in their own rows.
std::map<std::pair<bool, int>, float> skills_at(const Docket& docket, std::size_t post) {
  std::map<std::pair<bool, int>, float> skills;
  for (Id<Mediator> mediator : docket.posts[post].mediators) {
    const MediatorRow& row = docket.mediators[mediator];
    skills[{row.full_time, row.position}] = docket.skill(mediator.row, 0);
  }
  return skills;
}

TEST(Posts, ThatAreAddedAreNewAndChangeNobodyElse) {
  SmallWorld reference = quiet_world(), more = quiet_world();
  more.state.levers.set(0, town, lever_index("mediation.full_time"), 10.0);
  Docket& before = reference.state.dockets[town];
  Docket& after = more.state.dockets[town];
  staff_posts(reference.today(), town, 10'000, before);
  staff_posts(more.today(), town, 10'000, after);
  for (std::size_t post = 0; post < before.posts.size(); ++post)
    for (const auto& [place, skill] : skills_at(before, post)) EXPECT_EQ(skills_at(after, post)[place], skill);
  const auto old_hands = [](const Docket& docket) {
    return std::ranges::count_if(docket.mediators, [](const MediatorRow& row) { return row.appointed < 0; });
  };
  EXPECT_GT(after.mediators.size(), before.mediators.size());
  EXPECT_EQ(old_hands(after), static_cast<std::ptrdiff_t>(before.mediators.size()));
}

TEST(Posts, ThatAreCutLeaveTheOthersInPlaceAndFinishTheirCase) {
  SmallWorld world = quiet_world();
  Docket& docket = world.state.dockets[town];
  world.state.levers.set(0, town, lever_index("mediation.full_time"), 10.0);
  staff_posts(world.today(), town, 10'000, docket);
  docket.disputes.push_back({.number = 1});
  for (MediatorRow& mediator : docket.mediators) mediator.at_work_on = Id<Dispute>(0);
  world.state.levers.set(0, town, lever_index("mediation.full_time"), 5.0);
  EXPECT_TRUE(staff_posts(world.today(), town, 10'000, docket));
  EXPECT_EQ(posts_filled(docket), std::pair(5, 9));
  for (const MediatorRow& mediator : docket.mediators) EXPECT_TRUE(mediator.at_work_on);
}

TEST(Posts, OfFullTimersGoToCommitteesByResidentsServed) {
  SmallWorld world = quiet_world();
  Docket& docket = world.state.dockets[town];
  docket.posts[0].weight = 6000, docket.posts[1].weight = 3000, docket.posts[2].weight = 1000;
  world.state.levers.set(0, town, lever_index("mediation.full_time"), 10.0);
  world.state.levers.set(0, town, lever_index("mediation.part_time"), 0.0);
  world.state.levers.set(0, town, lever_index("mediation.town_share"), 0.0);
  staff_posts(world.today(), town, 10'000, docket);
  EXPECT_EQ(docket.posts[0].mediators.size(), 6u);
  EXPECT_EQ(docket.posts[1].mediators.size(), 3u);
  EXPECT_EQ(docket.posts[2].mediators.size(), 1u);
}

std::size_t seated(const Docket& docket, Stage stage, Specialty specialty) {
  for (const Post& post : docket.posts)
    if (post.stage == stage && post.specialty == specialty) return post.mediators.size();
  return 0;
}

TEST(MechanismGroups, SeatMediatorsWithTheCommitteesForLabourAndFamilyOnly) {
  for (double groups : {0.0, 3.0}) {
    SmallWorld world = quiet_world();
    Docket& docket = world.state.dockets[town];
    world.state.levers.set(0, town, lever_index("mediation.sector"), 5.0);
    world.state.levers.set(0, town, lever_index("mediation.groups"), groups);
    staff_posts(world.today(), town, 10'000, docket);
    EXPECT_EQ(seated(docket, Stage::sector, Specialty::labour), groups > 0.0 ? 3u : 1u);
    EXPECT_EQ(seated(docket, Stage::sector, Specialty::family), groups > 0.0 ? 2u : 1u);
    for (Specialty other : {Specialty::housing, Specialty::finance, Specialty::compensation})
      EXPECT_EQ(seated(docket, Stage::sector, other), 1u);
  }
}

TEST(MechanismStudios, HaveMediatorsWhoAreGoodAtEverything) {
  Scenario scenario = quiet_world().setting.scenario;
  scenario.parameters.ladder.studio_skill = 2.0;
  scenario.parameters.ladder.skill_deviation = 0.0;
  scenario.levers.mediation.studios = 2.0;
  SmallWorld world(scenario);
  Docket& docket = world.state.dockets[town];
  staff_posts(world.today(), town, 10'000, docket);
  const Post& studio = docket.posts[docket.places().studios()];
  EXPECT_TRUE(studio.is_studio);
  ASSERT_EQ(studio.mediators.size(), 2u);
  for (Id<Mediator> mediator : studio.mediators)
    EXPECT_TRUE((docket.skill.row(mediator.row) == 2.0f).all()) << "mediator " << mediator.row;
}

TEST(Posts, AreThoseOfTheOwnCommunityOrTheTownCentre) {
  const SmallWorld world = quiet_world();
  const Docket& docket = world.state.dockets[town];
  for (Id<Grid> grid : all_rows<Grid>(world.setting.graph.grids())) {
    EXPECT_EQ(post_for(world.today(), docket, grid, Stage::community, DisputeType::neighbour),
              world.setting.graph.community_of[grid].row);
    EXPECT_EQ(post_for(world.today(), docket, grid, Stage::town_centre, DisputeType::neighbour), 3u);
  }
}

}  // namespace
}  // namespace linli
