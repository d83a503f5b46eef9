#pragma once

/// The headline figures of a result: one list for the page and for JSON.

#include <functional>
#include <string>
#include <vector>

#include "record/summary.h"

namespace linli {

/// A figure of a period.
struct Figure {
  std::string key;  // in JSON
  Message name;
  int decimals;
  std::function<double(const PeriodSummary& period)> value;  // not a number where there is nothing to divide by
  bool shown_if_zero = true;  // else the page leaves it out when it is nothing throughout
};

struct FigureGroup {
  Text title;
  std::vector<Figure> figures;
};

/// All of them, in the order of the page.
const std::vector<FigureGroup>& figure_groups();

/// What their values are made of.
double ratio(double part, double whole);  // not a number without a whole
double percent(double part, double whole);
double per_year(const PeriodSummary& period, double count);
double per_residents(double residents, const PeriodSummary& period, double count);  // a year

/// Labels of kinds, indented below what they are kinds of.
inline constexpr Text indented = {"  {}", "  {}"};
inline constexpr Text indented_percent = {"  {}, %", "  {}（%）"};

/// A figure for each kind that there is any of: key.kind
template <class Enum, class Value>
void add_by_kind(std::vector<Figure>& figures, const std::string& key, const PerKind<Enum, Kind>& kinds,
                 const Text& label, int decimals, const Value& value) {
  for (Enum kind : every<Enum>())
    figures.push_back({fmt::format("{}.{}", key, kinds[kind].key), say(label, kinds[kind].name), decimals,
                       [=](const PeriodSummary& period) { return value(period, kind); }, false});
}

// The parts of the list.
std::vector<FigureGroup> dispute_figures();
std::vector<FigureGroup> safety_figures();
std::vector<FigureGroup> cost_figures();

}  // namespace linli
