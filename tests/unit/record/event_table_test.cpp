#include "record/event_table.h"

#include <cmath>

#include "record/recorder.h"
#include "small_run.h"

namespace linli {
namespace {

Handle recorded(const Folder& folder, Day days) {
  SmallRun run(days);
  Recorder recorder(folder / "run.h5");
  run.tell(recorder);
  return Handle(H5Fopen((folder / "run.h5").c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
}

TEST(EventTable, EventsKeepTheirFieldsAndMissingOnesStayMissing) {
  const Folder folder;
  const Handle file = recorded(folder, 40);
  const auto numbers = read_values<double>(file, "records/disputes/number");
  ASSERT_EQ(numbers.size(), 40u);
  EXPECT_EQ(numbers[39], 4e9);
  EXPECT_EQ(read_values<std::uint8_t>(file, "records/disputes/type")[0], 4);
  EXPECT_EQ(read_values<std::uint16_t>(file, "records/disputes/doors")[0], 256 + 4 + 2);
  EXPECT_EQ(read_values<std::uint8_t>(file, "records/disputes/reopened")[0], 0);
  EXPECT_EQ(read_values<std::uint8_t>(file, "records/disputes/recorded_settled")[0], 1);
  EXPECT_EQ(read_values<float>(file, "records/disputes/opened")[39], 36.0f);
  EXPECT_EQ(read_values<std::int32_t>(file, "records/offences/grid")[0], 1);
  EXPECT_EQ(read_values<std::int32_t>(file, "records/offences/offender_home")[0], -1);
  EXPECT_TRUE(std::isnan(read_values<float>(file, "records/offences/closed")[0]));
}

TEST(EventTable, IncidentsSayWhomTheyWereAgainstAndHowTheyEnded) {
  const Folder folder;
  const Handle file = recorded(folder, 40);
  ASSERT_EQ(read_values<double>(file, "records/incidents/participants"), std::vector<double>(40, 25.0));
  EXPECT_EQ(read_values<std::uint8_t>(file, "records/incidents/respondent")[0],
            static_cast<std::uint8_t>(RespondentKind::property_company));
  EXPECT_EQ(read_values<std::uint8_t>(file, "records/incidents/response")[39],
            static_cast<std::uint8_t>(Response::concede));
  EXPECT_EQ(read_values<float>(file, "records/incidents/began")[39], 39.5f);
  EXPECT_TRUE(std::isnan(read_values<float>(file, "records/incidents/lasted")[0]));
}

TEST(EventTable, MembersOfThePanelAreKeptOnceAYear) {
  const Folder folder;
  const Handle file = recorded(folder, 12);  // over the turn of the year
  EXPECT_EQ(read_values<std::int32_t>(file, "records/panel/year"), (std::vector<std::int32_t>{2021, 2022}));
  EXPECT_EQ(read_values<double>(file, "records/panel/member"), (std::vector<double>{7, 7}));
  EXPECT_EQ(read_values<double>(file, "records/panel/generation")[0], 2);
  EXPECT_EQ(read_values<std::uint8_t>(file, "records/panel/age")[0], 6);
  EXPECT_EQ(read_values<std::uint8_t>(file, "records/panel/male")[0], 0);
  EXPECT_EQ(read_values<std::uint8_t>(file, "records/panel/migrant")[0], 1);
  EXPECT_EQ(read_values<float>(file, "records/panel/trust")[1], 0.75f);
}

TEST(EventTable, EveryChangeOfALeverIsKept) {
  const Folder folder;
  const Handle file = recorded(folder, 40);
  const auto levers = read_values<std::uint8_t>(file, "records/interventions/lever");
  ASSERT_EQ(levers.size(), 40u);
  EXPECT_EQ(lever_list()[levers[0]].name, "police.officers");
  EXPECT_EQ(read_values<float>(file, "records/interventions/day")[39], 39.0f);
  EXPECT_EQ(read_values<float>(file, "records/interventions/value")[39], 49.0f);
  EXPECT_EQ(read_values<std::int32_t>(file, "records/interventions/town")[0], 0);
}

}  // namespace
}  // namespace linli
