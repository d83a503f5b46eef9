#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "record/summary.h"

namespace linli {
namespace {

constexpr int key_width = 42;
constexpr int value_width = 13;

// 1234567.8 with one decimal: "1 234 567.8", readable in both languages.
std::string grouped(double value, int decimals) {
  if (std::isnan(value)) return "-";
  std::string digits = fmt::format("{:.{}f}", value, decimals);
  if (digits.find_first_not_of("-0.") == digits.npos && digits.front() == '-') digits.erase(0, 1);
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (std::size_t i = whole; i > first + 3; i -= 3) digits.insert(i - 3, 1, ' ');
  return digits;
}

// fmt pads by display width: a Chinese character takes two columns.
void add_line(std::string& page, std::string_view label, std::string_view value) {
  page += fmt::format("{:<22}{}\n", label, value);
}

std::string run_length(const RunSummary& s, Language language) {
  const Text whole = {"{} days from {}", "自{1}起共{0}天"};
  const Text cut = {"interrupted after {} of {} days from {}", "已中断：自{2}起完成{0}天，计划{1}天"};
  return (s.complete ? say(whole, s.days_completed, s.start) : say(cut, s.days_completed, s.days_planned, s.start))
      .in(language);
}

std::string joined_lineage(const std::string& lineage) {
  std::string line = lineage;
  for (std::size_t at; (at = line.find('\n')) != std::string::npos;) line.replace(at, 1, " < ");
  return line;
}

std::string phases(const RunSummary& s) {
  std::string line;
  for (const auto& [name, seconds] : s.phase_seconds)
    line += fmt::format("{}{} {:.1f} s", line.empty() ? "" : ", ", name, seconds);
  return line;
}

std::string provenance(const RunSummary& s, Language language) {
  std::string page;
  const auto add = [&](const Text& label, const std::string& value) { add_line(page, label.in(language), value); };
  add({"Result", "结果文件"}, s.file.string());
  add({"Scenario", "场景"}, language == Language::chinese ? s.title_zh : s.title_en);
  add({"Made from", "来源"}, joined_lineage(s.lineage));
  add({"Scenario hash", "场景哈希"}, s.scenario_hash);
  add({"Run", "运行"}, run_length(s, language));
  add({"Residents", "常住人口"}, fmt::format("{} (x {})", grouped(s.people, 0), s.population_scale));
  add({"Seed", "随机种子"}, fmt::format("{}", s.seed));
  add({"Program", "程序"}, fmt::format("Linli {}, {}, {}", s.version, s.commit, s.compiler));
  add({"State hash", "状态哈希"}, s.state_hash);
  const Text time = {"{} s on {} threads, {} events", "{}秒，{}线程，{}个事件"};
  add({"Time", "用时"}, say(time, grouped(s.wall_seconds, 1), s.threads, s.events).in(language));
  add({"Phases", "各环节用时"}, phases(s));
  return page;
}

/// A fault of the model that must not go unnoticed.
std::string warnings(const RunSummary& s, Language language) {
  const double exceeded = s.totals.sum(Daily::bounds_exceeded);
  if (!(exceeded > 0.0)) return "";
  const Text warning = {"Warning: {} rates exceeded the bound they are drawn with: these results are not exact.",
                        "警告：有{}次发生率超过抽样上界，结果不精确。"};
  return say(warning, grouped(exceeded, 0)).in(language) + "\n";
}

/// The years, and none for the whole run.
std::vector<std::optional<int>> columns_of(const RunSummary& s) {
  std::vector<std::optional<int>> columns;
  for (const int year : s.totals.years()) columns.emplace_back(year);
  columns.emplace_back();
  return columns;
}

std::string line(const std::string& label, const std::vector<std::string>& cells, const std::string& meaning) {
  std::string text = fmt::format("{:<{}}", label, key_width);
  for (const std::string& cell : cells) text += fmt::format("{:>{}}", cell, value_width);
  return text + (meaning.empty() ? "" : "  " + meaning) + "\n";
}

std::string line(const Figure& figure, const RunSummary& s, Language language) {
  std::vector<std::string> cells;
  for (const auto& year : columns_of(s)) cells.push_back(grouped(s.totals.value(figure, year), figure.unit.decimals));
  const Message meaning = say({"{} ({})", "{}（{}）"}, figure.name, figure.unit.name);
  return line("  " + figure.key, cells, meaning.in(language));
}

std::string table(const RunSummary& s, Language language) {
  std::vector<std::string> heading;
  for (const auto& year : columns_of(s))
    heading.push_back(year ? fmt::format("{}", *year) : std::string(Text{"whole run", "全期"}.in(language)));
  std::string page = line("", heading, "");
  for (const Kind& group : figure_groups()) {
    page += fmt::format("\n{}\n", group.name.in(language));
    for (const Figure& figure : figures())
      if (figure.group() == group.key) page += line(figure, s, language);
  }
  return page;
}

nlohmann::json period_json(const RunSummary& s, std::optional<int> year) {
  nlohmann::json json = {{"days", s.totals.days_of(year)}};
  if (year) json["year"] = *year;
  for (const Figure& figure : figures()) {
    const double value = s.totals.value(figure, year);
    json[figure.key] = std::isnan(value) ? nlohmann::json() : nlohmann::json(value);
  }
  return json;
}

}  // namespace

std::string describe(const RunSummary& summary, Language language) {
  return provenance(summary, language) + warnings(summary, language) + "\n" + table(summary, language);
}

nlohmann::json to_json(const RunSummary& s) {
  nlohmann::json json = {
      {"file", s.file.string()},
      {"title", s.title_en},
      {"title_zh", s.title_zh},
      {"scenario_hash", s.scenario_hash},
      {"lineage", s.lineage},
      {"seed", s.seed},
      {"version", s.version},
      {"commit", s.commit},
      {"compiler", s.compiler},
      {"threads", s.threads},
      {"people", s.people},
      {"population_scale", s.population_scale},
      {"start", s.start},
      {"days_planned", s.days_planned},
      {"days_completed", s.days_completed},
      {"complete", s.complete},
      {"events", s.events},
      {"state_hash", s.state_hash},
      {"wall_seconds", s.wall_seconds},
      {"phase_seconds", nlohmann::json::object()},
      {"bounds_exceeded", s.totals.sum(Daily::bounds_exceeded)},
      {"years", nlohmann::json::array()},
      {"total", period_json(s, {})},
  };
  for (const auto& [name, seconds] : s.phase_seconds) json["phase_seconds"][name] = seconds;
  for (const int year : s.totals.years()) json["years"].push_back(period_json(s, year));
  return json;
}

}  // namespace linli
