/// The figures of cards, which name indicators and kinds, and get a unit that fits.

#include <fmt/ranges.h>

#include <algorithm>

#include "engine/totals.h"
#include "model/lists/units.h"
#include "state/figure_parts.h"

namespace linli {
namespace {

constexpr double people_per_rate = 100'000.0;

template <class Indicator>
std::optional<Indicator> indicator_named(std::string_view key, const PerKind<Indicator, IndicatorInfo>& infos) {
  for (const Indicator indicator : every<Indicator>())
    if (infos[indicator].key == key) return indicator;
  return {};
}

std::size_t kind_named(const std::string& key, const IndicatorInfo& info) {
  const std::vector<Kind>& kinds = axis_info(info.axis).kinds;
  const auto found = std::ranges::find(kinds, key, &Kind::key);
  if (found != kinds.end()) return static_cast<std::size_t>(found - kinds.begin());
  std::vector<std::string_view> allowed;
  for (const Kind& kind : kinds) allowed.push_back(kind.key);
  throw InputError(std::string(info.key), say({"there is no kind {}; allowed are {}", "没有{}这一类别；允许{}"}, key,
                                              fmt::format("{}", fmt::join(allowed, ", "))));
}

Term term_named(const std::string& key, const std::vector<std::string>& kinds) {
  const auto daily = indicator_named(key, daily_indicators);
  const auto panel = indicator_named(key, panel_indicators);
  if (!daily && !panel) throw InputError("", say({"there is no indicator {}", "没有名为{}的指标"}, key));
  Term term = daily ? detail::of(*daily).front() : detail::of(*panel).front();
  if (kinds.empty()) return term;
  term.kinds.clear();
  for (const std::string& kind : kinds) term.kinds.push_back(kind_named(kind, indicator_info(term)));
  return term;
}

/// Both sides of a figure; none to divide by for means of the panel and for plain totals.
struct Ratio {
  Term part;
  std::optional<Term> whole;

  explicit Ratio(const CardFigure& figure) : part(term_named(figure.indicator, figure.kinds)) {
    const bool plain = figure.per == "1" || (of_panel() && figure.per == "residents");
    if (!plain) whole = term_named(figure.per, figure.per_kinds);
  }

  const IndicatorInfo& info() const { return indicator_info(part); }
  bool of_panel() const { return std::holds_alternative<Panel>(part.indicator); }
  bool whole_is(Daily indicator) const { return whole && whole->indicator == decltype(whole->indicator)(indicator); }
  bool whole_is_stock() const { return whole && indicator_info(*whole).is_stock; }
  bool is_of_residents() const { return whole_is(Daily::residents); }
  /// Of meetings and calls, not of cases.
  bool is_of_visits() const { return whole_is(Daily::meetings) || whole_is(Daily::calls); }
  bool is_flow() const { return !of_panel() && !info().is_stock; }
  bool is_rate_over_time() const { return is_flow() && (!whole || whole_is_stock()); }
  bool is_percentage() const {
    return whole && !is_of_residents() && !is_rate_over_time() && !is_sum_of_days() && !of_panel() &&
           info().unit == indicator_info(*whole).unit;
  }
  /// Cases that wait, summed over the days, for each case that ends.
  bool is_sum_of_days() const {
    return !of_panel() && whole && std::holds_alternative<Daily>(whole->indicator) && info().is_stock &&
           !whole_is_stock() && info().unit == "1";
  }
};

double factor_of(const Ratio& ratio) {
  if (ratio.is_percentage()) return 100.0;
  return ratio.is_of_residents() && ratio.info().unit != "yuan" ? people_per_rate : 1.0;
}

Message name_of_unit(const Ratio& ratio) {
  const std::string_view unit = ratio.info().unit;
  if (ratio.is_percentage()) return {"%", "%"};
  if (ratio.is_of_residents() && unit == "yuan") return {"yuan per resident and year", "元/人·年"};
  if (ratio.is_of_residents() && ratio.is_flow()) return {"per 100,000 residents and year", "每十万人每年"};
  if (ratio.is_of_residents()) return {"per 100,000 residents", "每十万人"};
  const Message of = unit == "1" ? Message{"", ""} : say({"{} ", "{}"}, unit_of(unit).name);
  if (ratio.of_panel() && unit == "1") return ratio.whole ? Message{"ratio", "比值"} : Message{"mean", "均值"};
  if (ratio.is_sum_of_days()) return {"days each", "天/件"};
  if (!ratio.whole && !ratio.is_flow() && unit == "1") return {"on any one day", "某日同时存在"};
  if (ratio.is_rate_over_time()) return say({"{}a year", "{}每年"}, of);
  if (!ratio.whole || ratio.of_panel()) return of;
  return ratio.is_of_visits() ? say({"{}each", "{}每次"}, of) : say({"{}each", "{}每件"}, of);
}

FigureUnit unit_of(const Ratio& ratio) {
  return {.name = name_of_unit(ratio),
          .factor = factor_of(ratio),
          .period = ratio.whole || ratio.is_flow() ? Period::sum : Period::mean,
          .a_year = ratio.is_rate_over_time()};
}

}  // namespace

Message unit_of(const CardFigure& figure) {
  return figure_of(figure).unit.name;
}

Figure figure_of(const CardFigure& named) {
  const Ratio ratio(named);
  Figure figure{.key = named.indicator, .name = say(ratio.info().name), .unit = unit_of(ratio), .part = {ratio.part}};
  if (ratio.whole) figure.whole = {*ratio.whole};
  return figure;
}

}  // namespace linli
