#include "state/indicators.h"

#include <gtest/gtest.h>

#include <set>

#include "model/lists/levers.h"

namespace linli {
namespace {

template <class Indicator>
void expect_cells_apart(const PerKind<Indicator, IndicatorInfo>& infos) {
  Tally<Town, Indicator> tally(2, infos);
  const Id<Town> town(1);
  double next = 1.0;
  for (Indicator indicator : every<Indicator>())
    for (std::size_t kind = 0; kind < width(infos[indicator].axis); ++kind)
      tally(town, indicator, static_cast<int>(kind)) = next++;
  next = 1.0;
  for (Indicator indicator : every<Indicator>()) {
    const auto block = tally.block(indicator, infos);
    EXPECT_EQ(block.row(0).sum(), 0.0) << infos[indicator].key;
    for (Eigen::Index kind = 0; kind < block.cols(); ++kind) EXPECT_EQ(block(1, kind), next++) << infos[indicator].key;
  }
}

TEST(Tally, KeepsEveryPlaceIndicatorAndKindApart) {
  expect_cells_apart(daily_indicators);
  expect_cells_apart(weekly_indicators);
  expect_cells_apart(panel_indicators);
}

TEST(Indicators, HaveNamesOfTheirOwnInBothLanguages) {
  std::set<std::string_view> keys;
  for (const auto& info : daily_indicators) keys.insert(info.key);
  for (const auto& info : weekly_indicators) keys.insert(info.key);
  for (const auto& info : panel_indicators) keys.insert(info.key);
  EXPECT_EQ(keys.size(), daily_indicators.size() + weekly_indicators.size() + panel_indicators.size());
  std::vector<IndicatorInfo> all(daily_indicators.begin(), daily_indicators.end());
  all.insert(all.end(), weekly_indicators.begin(), weekly_indicators.end());
  all.insert(all.end(), panel_indicators.begin(), panel_indicators.end());
  for (const auto& info : all) {
    EXPECT_FALSE(info.name.english.empty()) << info.key;
    EXPECT_FALSE(info.name.chinese.empty()) << info.key;
  }
}

TEST(Axes, HaveAsManyKindsAsTheirEnumeration) {
  EXPECT_EQ(width(Axis::none), 1u);
  EXPECT_EQ(width(Axis::dispute_type), static_cast<std::size_t>(DisputeType::count));
  EXPECT_EQ(width(Axis::stage), static_cast<std::size_t>(Stage::count));
  EXPECT_EQ(width(Axis::offence_type), static_cast<std::size_t>(OffenceType::count));
  EXPECT_EQ(width(Axis::harm), static_cast<std::size_t>(Harm::count));
  EXPECT_EQ(width(Axis::sector), static_cast<std::size_t>(Sector::count));
  EXPECT_EQ(width(Axis::group), static_cast<std::size_t>(PopulationGroup::count));
  EXPECT_EQ(width(Axis::referral), static_cast<std::size_t>(Referral::count));
  EXPECT_EQ(width(Axis::hazard_type), static_cast<std::size_t>(HazardType::count));
  EXPECT_EQ(width(Axis::response), static_cast<std::size_t>(Response::count));
  EXPECT_EQ(width(Axis::sanction), static_cast<std::size_t>(Sanction::count));
  EXPECT_EQ(width(Axis::lever), lever_list().size());
  EXPECT_EQ(width(Axis::quantile), static_cast<std::size_t>(Quantile::count));
}

TEST(Axes, HaveNamesInBothLanguagesAndKeysThatAreWords) {
  for (Axis axis : every<Axis>()) {
    if (axis == Axis::none) continue;
    EXPECT_FALSE(axis_info(axis).name.chinese.empty()) << axis_info(axis).key;
    for (const Kind& kind : axis_info(axis).kinds) {
      EXPECT_EQ(kind.key.find_first_of(" ,"), std::string_view::npos) << kind.key;
      EXPECT_FALSE(kind.name.english.empty()) << kind.key;
      EXPECT_FALSE(kind.name.chinese.empty()) << kind.key;
    }
  }
}

}  // namespace
}  // namespace linli
