#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "record/summary.h"

namespace linli {
namespace {

using P = PeriodSummary;

double ratio(double part, double whole) {
  return whole > 0.0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

double per_year(const P& p, double count) {
  return ratio(count * days_per_year, p.days);
}

double per_100k(const P& p, double count) {
  return ratio(count * 1e5 * days_per_year, p.resident_days);
}

double percent(double part, double whole) {
  return 100.0 * ratio(part, whole);
}

constexpr std::array<Figure, 17> all_figures = {{
    {"days", {"days", "天数"}, 0, [](const P& p) { return p.days; }},
    {"grievances", {"grievances felt", "产生的不满"}, 0, [](const P& p) { return p.grievances; }},
    {"disputes", {"disputes opened", "新发纠纷"}, 0, [](const P& p) { return p.disputes; }},
    {"mediated", {"settled by mediation", "调解成功"}, 0, [](const P& p) { return p.mediated; }},
    {"mediated_per_year",
     {"settled by mediation, a year", "每年调解成功"},
     0,
     [](const P& p) { return per_year(p, p.mediated); }},
    {"settled_between_parties",
     {"settled between the parties", "当事人自行和解"},
     0,
     [](const P& p) { return p.settled_between_parties; }},
    {"judged", {"judged", "判决"}, 0, [](const P& p) { return p.judged; }},
    {"given_up", {"given up", "放弃"}, 0, [](const P& p) { return p.given_up; }},
    {"mediation_days",
     {"days from claim to mediated settlement", "从提出到调解成功的平均天数"},
     1,
     [](const P& p) { return ratio(p.mediation_days, p.mediations_timed); }},
    {"offences_per_100k",
     {"offences per 100,000 residents a year", "每十万人每年实际违法犯罪"},
     1,
     [](const P& p) { return per_100k(p, p.offences); }},
    {"reported_per_100k", {"  reported", "  其中：报案"}, 1, [](const P& p) { return per_100k(p, p.reported); }},
    {"recorded_criminal_per_100k",
     {"  recorded as criminal cases", "  其中：刑事立案"},
     1,
     [](const P& p) { return per_100k(p, p.recorded_criminal); }},
    {"recorded_public_order_per_100k",
     {"  recorded as public-order cases", "  其中：治安案件受理"},
     1,
     [](const P& p) { return per_100k(p, p.recorded_public_order); }},
    {"clear_up_percent",
     {"recorded cases cleared up, %", "破案（查处）率（%）"},
     1,
     [](const P& p) { return percent(p.cleared, p.recorded_criminal + p.recorded_public_order); }},
    {"deaths", {"deaths by violence", "暴力致死人数"}, 0, [](const P& p) { return p.deaths; }},
    {"workers_owed_percent",
     {"workers owed wages at the end, %", "期末被欠薪人员比例（%）"},
     2,
     [](const P& p) { return percent(p.workers_owed, p.workers); }},
    {"construction_workers_owed_percent",
     {"  in construction, %", "  其中：建筑业（%）"},
     2,
     [](const P& p) { return percent(p.construction_workers_owed, p.construction_workers); }},
}};

// 1234567.8 with one decimal: "1 234 567.8", readable in both languages.
std::string grouped(double value, int decimals) {
  if (std::isnan(value)) return "-";
  std::string digits = fmt::format("{:.{}f}", value, decimals);
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  const std::size_t first = value < 0.0 ? 1 : 0;
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
  add({"Scenario", "情景"}, language == Language::chinese ? s.title_zh : s.title_en);
  add({"Made from", "来源"}, joined_lineage(s.lineage));
  add({"Scenario hash", "情景哈希"}, s.scenario_hash);
  add({"Run", "运行"}, run_length(s, language));
  add({"Residents", "常住人口"}, fmt::format("{} (x {})", grouped(s.people, 0), s.population_scale));
  add({"Seed", "随机种子"}, fmt::format("{}", s.seed));
  add({"Program", "程序"}, fmt::format("Linli {}, {}, {}", s.version, s.commit, s.compiler));
  add({"State hash", "状态哈希"}, s.state_hash);
  const Text time = {"{} s on {} threads, {} events", "{}秒，{}线程，{}个事件"};
  add({"Time", "用时"}, say(time, grouped(s.wall_seconds, 1), s.threads, s.events).in(language));
  add({"Phases", "各环节用时"}, phases(s));
  const Text attitudes = {"strain {:.3f}, trust {:.3f}, ties {:.3f}", "压力 {:.3f}，信任 {:.3f}，社会联系 {:.3f}"};
  add({"At the end", "期末平均"}, say(attitudes, s.strain, s.trust, s.ties).in(language));
  return page;
}

std::string table(const RunSummary& s, Language language) {
  std::string page = fmt::format("{:<42}", "");
  for (const P& year : s.years) page += fmt::format("{:>14}", year.year);
  page += fmt::format("{:>14}\n", Text{"whole run", "合计"}.in(language));
  for (const Figure& figure : all_figures) {
    page += fmt::format("{:<42}", figure.name.in(language));
    for (const P& year : s.years) page += fmt::format("{:>14}", grouped(figure.value(year), figure.decimals));
    page += fmt::format("{:>14}\n", grouped(figure.value(s.total), figure.decimals));
  }
  return page;
}

nlohmann::json period_json(const P& period) {
  nlohmann::json json;
  if (period.year != 0) json["year"] = period.year;
  for (const Figure& figure : all_figures) {
    const double value = figure.value(period);
    json[std::string(figure.key)] = std::isnan(value) ? nlohmann::json() : nlohmann::json(value);
  }
  return json;
}

}  // namespace

std::span<const Figure> figures() {
  return all_figures;
}

std::string describe(const RunSummary& summary, Language language) {
  return provenance(summary, language) + "\n" + table(summary, language);
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
      {"at_end", {{"strain", s.strain}, {"trust", s.trust}, {"ties", s.ties}}},
      {"years", nlohmann::json::array()},
      {"total", period_json(s.total)},
  };
  for (const auto& [name, seconds] : s.phase_seconds) json["phase_seconds"][name] = seconds;
  for (const P& year : s.years) json["years"].push_back(period_json(year));
  return json;
}

}  // namespace linli
