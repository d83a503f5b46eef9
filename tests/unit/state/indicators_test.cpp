#include "state/indicators.h"

#include <gtest/gtest.h>

#include <set>

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
  for (const auto& info : daily_indicators) {
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
}

}  // namespace
}  // namespace linli
