#include "model/lists/units.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/calendar.h"
#include "core/error.h"

namespace linli {
namespace {

constexpr double days_per_month = days_per_year / 12.0;

std::vector<Unit> make_units() {
  return {
      {"days", {"days", "天"}, "span", 1.0, {"day", "d", "日"}},
      {"weeks", {"weeks", "周"}, "span", 7.0, {"week", "星期"}},
      {"months", {"months", "个月"}, "span", days_per_month, {"month", "月"}},
      {"years", {"years", "年"}, "span", days_per_year, {"year"}},
      {"hours", {"hours", "小时"}, "work", 60.0, {"hour", "h"}},
      {"minutes", {"minutes", "分钟"}, "work", 1.0, {"minute", "min", "分"}},
      {"km", {"km", "公里"}, "distance", 1000.0, {"kilometres", "千米"}},
      {"m", {"metres", "米"}, "distance", 1.0, {"metre", "metres"}},
      {"share", {"share", "比例"}, "share", 1.0},
      {"%", {"per cent", "百分比"}, "share", 0.01, {"percent", "per cent", "％"}},
      {"yuan", {"yuan", "元"}, "money", 1.0, {"CNY", "RMB"}},
      {"10,000 yuan", {"10,000 yuan", "万元"}, "money", 10000.0},
      {"million yuan", {"million yuan", "百万元"}, "money", 1e6},
      {"100 million yuan", {"100 million yuan", "亿元"}, "money", 1e8},
      {"billion yuan", {"billion yuan", "十亿元"}, "money", 1e9},
      {"1/day", {"per day", "次/天"}, "rate", 1.0, {"per day", "每天"}},
      {"1/month", {"per month", "次/月"}, "rate", 1.0 / days_per_month, {"per month", "每月"}},
      {"1/year", {"per year", "次/年"}, "rate", 1.0 / days_per_year, {"per year", "每年"}},
      {"1", {"pure number", "纯数"}, "number"},
      {"1/hour", {"per hour", "每小时"}, "gain"},
      {"1/minute", {"per minute", "每分钟"}, "gain per minute"},
      {"1/(person-year)", {"per person-year", "每人年"}, "incidence", 1000.0, {"per person-year"}},
      {"1/(100,000 person-years)", {"per 100,000 person-years", "每十万人年"}, "incidence", 0.01},
      {"1/(million person-years)", {"per million person-years", "每百万人年"}, "incidence", 0.001},
      {"1/(1000 person-years)", {"per 1,000 person-years", "每千人年"}, "incidence", 1.0, {"per 1,000 person-years"}},
      {"1/(million person-years)", {"per million person-years", "每百万人年"}, "incidence", 0.001},
      {"logit", {"log odds", "对数优势"}, "logit"},
      {"logit/minute", {"log odds per minute", "对数优势/分钟"}, "logit/minute"},
      {"strain", {"strain", "压力单位"}, "strain"},
      {"degrees", {"degrees", "度"}, "degrees"},
      {"persons", {"persons", "人"}, "persons", 1.0, {"person", "people"}},
      {"jobs", {"jobs", "个岗位"}, "jobs", 1.0, {"job"}},
      {"men per 100 women", {"men per 100 women", "女性为100"}, "sex ratio"},
      {"km/h", {"km/h", "公里/小时"}, "speed"},
      {"hours/day", {"hours per day", "小时/天"}, "work per day", 1.0, {"hours per day"}},
      {"hours per working day", {"hours per working day", "小时/工作日"}, "work per working day"},
      {"hours/year", {"hours per year", "小时/年"}, "work per year", 1.0, {"hours per year"}},
      {"posts per 10,000 residents", {"posts per 10,000 residents", "每万常住人口岗位数"}, "posts"},
      {"groups per million residents", {"groups per million residents", "每百万常住人口团伙数"}, "groups"},
      {"cameras per 10,000 residents", {"cameras per 10,000 residents", "每万常住人口摄像头数"}, "cameras"},
      {"cases per 10,000 residents", {"cases per 10,000 residents", "每万常住人口件数"}, "cases"},
      {"cases per 100,000 residents", {"cases per 100,000 residents", "每十万常住人口件数"}, "cases", 0.1},
      {"cases per 10,000 residents and year",
       {"cases per 10,000 residents and year", "每万常住人口每年件数"},
       "caseload"},
      {"hours per 10,000 residents and day",
       {"hours per 10,000 residents and day", "每万常住人口每天小时数"},
       "guarding"},
      {"visits/day", {"visits per day", "户次/天"}, "visits"},
      {"visits/year", {"visits per year", "户次/年"}, "visits", 1.0 / days_per_year},
      {"stops/hour", {"stops per hour", "人次/小时"}, "stops"},
      {"yuan per case", {"yuan per case", "元/件"}, "yuan per case"},
      {"yuan per lead", {"yuan per lead", "元/条"}, "yuan per lead"},
  };
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t";
  const std::size_t first = text.find_first_not_of(blank);
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(blank) - first + 1);
}

bool is_spelled(const Unit& unit, std::string_view text) {
  return text == unit.key || text == unit.name.english || text == unit.name.chinese ||
         std::find(unit.spellings.begin(), unit.spellings.end(), text) != unit.spellings.end();
}

const Unit* find_spelled(std::string_view text) {
  const std::vector<Unit>& units = unit_list();
  const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return is_spelled(unit, text); });
  return found == units.end() ? nullptr : &*found;
}

[[noreturn]] void refuse(std::string_view text, std::string_view key) {
  throw InputError("", say({"\"{}\" is not a quantity in {}; allowed are {}", "“{}”不是以{}计的数量；可写作{}"}, text,
                           unit_of(key).name, ways_to_write(key)));
}

}  // namespace

const std::vector<Unit>& unit_list() {
  static const std::vector<Unit> units = make_units();
  return units;
}

const Unit& unit_of(std::string_view key) {
  const std::vector<Unit>& units = unit_list();
  const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.key == key; });
  assert(found != units.end());
  return *found;
}

double quantity_in(std::string_view text, std::string_view key) {
  const std::string_view whole = trimmed(text);
  double number = 0.0;
  const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), number);
  if (error != std::errc() || !std::isfinite(number)) refuse(text, key);
  const std::string_view rest = trimmed(whole.substr(static_cast<std::size_t>(end - whole.data())));
  const Unit& wanted = unit_of(key);
  const Unit* given = rest.empty() ? &wanted : find_spelled(rest);
  if (!given || given->dimension != wanted.dimension) refuse(text, key);
  return given == &wanted ? number : number * given->size / wanted.size;
}

Message ways_to_write(std::string_view key) {
  Message ways = say({"a number", "数字"});
  for (const Unit& unit : unit_list()) {
    if (unit.dimension != unit_of(key).dimension || unit.key == "1" || unit.key == "share") continue;
    ways = say({"{}, \"2 {}\"", "{}、“2 {}”"}, ways, unit.name);
  }
  return ways;
}

std::string plain(double number) {
  return fmt::format("{:.10g}", number);
}

Message out_of_range(const std::string& name, double value, double low, double high, std::string_view unit,
                     const Text& label) {
  return say({"{} is {}; allowed are {} to {} ({}: {})", "{}的值为{}；允许范围为{}至{}（{}：{}）"}, name, plain(value),
             plain(low), plain(high), unit_of(unit).name, label);
}

}  // namespace linli
