#include "state/figures.h"

#include <fmt/ranges.h>

#include <numeric>

#include "model/files/suggestions.h"
#include "model/lists/levers.h"
#include "state/figure_parts.h"

namespace linli {

const IndicatorInfo& indicator_info(const Term& term) {
  if (const Panel* panel = std::get_if<Panel>(&term.indicator)) return panel_indicators[*panel];
  return daily_indicators[std::get<Daily>(term.indicator)];
}

const std::vector<Figure>& figures() {
  static const std::vector<Figure> list = [] {
    std::vector<Figure> all;
    for (auto&& part : {detail::dispute_figures(), detail::safety_figures(), detail::people_figures()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return list;
}

const std::vector<Kind>& figure_groups() {
  static const std::vector<Kind> list = {
      {"grievances", {"Grievances", "矛盾"}},
      {"disputes", {"Disputes and their settlement", "纠纷及其化解"}},
      {"harm", {"Harm", "伤害"}},
      {"crime", {"Offences and cases", "违法犯罪与案件"}},
      {"police", {"Police", "警务"}},
      {"intrusion", {"Intrusion on residents", "对居民的打扰"}},
      {"collective", {"Collective incidents", "群体性事件"}},
      {"people", {"Residents", "居民"}},
      {"livelihood", {"Wages", "工资支付"}},
      {"trust", {"Trust in local institutions", "对基层机构的信任"}},
      {"strain", {"Strain", "压力"}},
      {"ties", {"Local ties", "社会联系"}},
      {"equity", {"Gaps between groups", "群体差距"}},
      {"spending", {"Spending", "支出"}},
  };
  return list;
}

const Figure& figure_named(std::string_view key) {
  const auto found = std::ranges::find(figures(), key, &Figure::key);
  if (found != figures().end()) return *found;
  std::vector<std::string> known;
  for (const Figure& figure : figures()) known.push_back(figure.key);
  throw InputError("", say({"there is no figure {}{}", "没有名为{}的指标{}"}, key, suggestion(key, known)));
}

namespace detail {
namespace {

std::vector<std::size_t> all_kinds(Axis axis) {
  std::vector<std::size_t> kinds(width(axis));
  std::iota(kinds.begin(), kinds.end(), std::size_t{0});
  return kinds;
}

/// "1,000", "10,000" or "100,000"; "千", "万" or "十万".
Message thousands(double residents) {
  if (residents == 1e3) return {"1,000", "千"};
  return residents == 1e4 ? Message{"10,000", "万"} : Message{"100,000", "十万"};
}

}  // namespace

Terms of(Daily indicator) {
  return {{indicator, all_kinds(daily_indicators[indicator].axis)}};
}

Terms of(Panel indicator) {
  return {{indicator, all_kinds(panel_indicators[indicator].axis)}};
}

Terms of(Daily indicator, bool (*belongs)(Stage stage)) {
  Term term{indicator, {}};
  for (const Stage stage : every<Stage>())
    if (belongs(stage)) term.kinds.push_back(static_cast<std::size_t>(stage));
  return {term};
}

Terms spending_on(const std::vector<std::string>& prefixes) {
  Term term{Daily::spending, {}};
  for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
    for (const std::string& prefix : prefixes)
      if (lever_list()[lever].name.starts_with(prefix)) term.kinds.push_back(lever);
  return {term};
}

Terms operator+(Terms one, const Terms& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

Terms operator-(Terms one, const Terms& other) {
  for (Term term : other) {
    term.sign = -term.sign;
    one.push_back(term);
  }
  return one;
}

FigureUnit count() {
  return {.name = {"in the period", "期内合计"}, .decimals = 0};
}

FigureUnit mean_of_days() {
  return {.name = {"mean over days", "日均"}, .decimals = 0, .period = Period::mean};
}

FigureUnit at_the_end() {
  return {.name = {"on the last day", "期末"}, .decimals = 0, .period = Period::last};
}

FigureUnit percent() {
  return {.name = {"%", "%"}, .factor = 100.0};
}

FigureUnit each(const Text& name, int decimals) {
  return {.name = say(name), .decimals = decimals};
}

FigureUnit per_residents_a_year(double residents, int decimals) {
  return {.name = say({"per {} residents and year", "每{}人每年"}, thousands(residents)),
          .factor = residents,
          .decimals = decimals,
          .a_year = true};
}

FigureUnit per_residents(double residents) {
  return {.name = say({"per {} residents", "每{}人"}, thousands(residents)), .factor = residents};
}

FigureUnit a_year(const Text& name) {
  return {.name = say(name), .a_year = true};
}

FigureUnit yuan_a_head() {
  return a_year({"yuan per resident and year", "元/人·年"});
}

FigureUnit million_yuan() {
  return {.name = {"million yuan", "百万元"}, .factor = 1e-6};
}

FigureUnit zero_to(int most) {
  return {.name = say({"0 to {}", "0至{}"}, most), .decimals = 3};
}

}  // namespace detail
}  // namespace linli
