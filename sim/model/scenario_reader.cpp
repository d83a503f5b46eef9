#include "model/scenario_reader.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <sstream>

#include "core/files.h"
#include "model/cards_reader.h"
#include "model/costs.h"
#include "model/measures_reader.h"
#include "model/policy.h"
#include "model/settings_reader.h"
#include "model/suggestions.h"
#include "model/toml_document.h"
#include "model/towns_file.h"
#include "model/units.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> root_keys = {"title",    "start",      "end",        "days",   "seed",
                                            "budget",   "world",      "parameters", "levers", "cards",
                                            "measures", "facilities", "shocks",     "costs"};
const std::vector<std::string> keys_to_set = {"start", "end", "days", "seed", "budget"};

struct Reading {
  Document document;
  Scenario scenario;
  Problems problems = {};

  Item root() const { return {&document.root, ""}; }
  void attempt(const std::function<void()>& read) { linli::attempt(problems, read); }
};

// Overrides.

std::vector<std::string> names_of_settings() {
  Parameters parameters;
  LeverValues levers;
  std::vector<double> unit_costs = reference_unit_costs();
  std::vector<std::string> names = keys_to_set;
  for (const auto& [name, slot] : slots_of(parameters)) names.push_back("parameters." + name);
  for (const auto& [name, slot] : slots_of(levers)) names.push_back("levers." + name);
  for (const auto& [name, slot] : slots_of(unit_costs)) names.push_back("costs." + name);
  return names;
}

std::string without_list(const std::string& name) {
  const bool in_list = name.starts_with("parameters.") || name.starts_with("levers.");
  return in_list ? name.substr(name.find('.') + 1) : name;
}

/// The full name of what --set names.
std::string full_name(const std::string& given, const std::string& place) {
  std::vector<std::string> known = names_of_settings();
  std::vector<std::string> meant;
  for (const std::string& name : known)
    if (name == given || without_list(name) == given) meant.push_back(name);
  if (meant.size() == 1) return meant.front();
  if (meant.size() > 1)
    throw InputError(place,
                     say({"could be {} or {}; write it in full", "可能是{}或{}，请写出全名"}, meant[0], meant[1]));
  if (given == without_list(given))
    for (std::string& name : known) name = without_list(name);
  throw InputError(place, say({"there is no parameter or lever {}{}", "没有名为{}的参数或政策杠杆{}"}, given,
                              suggestion(given, known)));
}

void apply_overrides(const std::vector<Override>& overrides, Reading& reading) {
  for (const Override& setting : overrides) {
    const std::string place = fmt::format("--set {}={}", setting.name, setting.value);
    reading.attempt(
        [&] { override_value(full_name(setting.name, place), setting.value, place, reading.document.root); });
  }
}

// The sections.

void read_title(const Item& item, Scenario& scenario, Problems& problems) {
  const Message title = message_in(item, problems, line_in);
  scenario.title_en = title.english;
  scenario.title_zh = title.chinese;
}

/// The end from `end` or `days`. Throws when there are both or neither, or when it lies before the start.
void read_dates(const Item& root, Scenario& scenario) {
  scenario.start = date_in(need(root, "start"));
  const auto end = find(root, "end"), days = find(root, "days");
  if (end && days) refuse(*days, say({"give either end or days, not both", "end和days只能填写一个"}));
  const Item last = days ? *days : need(root, "end");
  if (end) scenario.end = date_in(last);
  if (days) scenario.end = std::chrono::sys_days(scenario.start) + std::chrono::days(whole_in(last, 1, latest_day) - 1);
  if (scenario.end < scenario.start)
    refuse(last, say({"the run ends on {} before it starts on {}", "运行的结束日期{}早于开始日期{}"},
                     to_string(scenario.end), to_string(scenario.start)));
  if (scenario.end > last_known_date())
    refuse(last, say({"the run ends on {}; festivals are known until {}", "运行于{}结束；已知节假日截至{}"},
                     to_string(scenario.end), to_string(last_known_date())));
}

fs::path data_file(const Item& item, const Document& document) {
  const fs::path file = document.resolve(text_in(item));
  require_file(file, item.where());
  return file;
}

bool is_largest(const Item& part) {
  const std::string name = text_in(part);
  if (name != "all" && name != "largest")
    refuse(part, say({"is {}; allowed are all and largest", "为{}；允许all、largest"}, name));
  return name == "largest";
}

void read_network(const Item& network, const Document& document, World& world, Problems& problems) {
  note_unknown(table_in(network), {"graphml", "nodes", "edges", "part"}, problems);
  if (const auto part = find(network, "part")) world.largest_part = is_largest(*part);
  const auto graphml = find(network, "graphml");
  if (graphml && (find(network, "nodes") || find(network, "edges")))
    refuse(network, say({"give either graphml or nodes and edges", "graphml与nodes、edges只能任选其一"}));
  world.network_file = data_file(graphml ? *graphml : need(network, "nodes"), document);
  if (!graphml) world.edges_file = data_file(need(network, "edges"), document);
}

void check_residents(const Item& residents, const World& world) {
  std::int64_t total = 0;
  for (const TownFacts& town : world.towns) total += town.residents;
  if (total != world.residents)
    refuse(residents, say({"is {}, but the towns of {} add up to {}", "为{}，但{}中各镇街人口合计为{}"},
                          world.residents, world.towns_file.string(), total));
}

int count_in(const Item& item, std::size_t least, const Text& least_of) {
  const std::int64_t count = whole_in(item, 1, 1'000'000);
  if (count < static_cast<std::int64_t>(least))
    refuse(item, say({"is {0}; it must be at least {1}, the number of {2}", "为{0}；不得少于{2}数（{1}）"}, count,
                     least, least_of));
  return static_cast<int>(count);
}

void read_world(const Item& item, Reading& reading) {
  World& world = reading.scenario.world;
  note_unknown(table_in(item), {"towns", "residents", "communities", "grids", "network"}, reading.problems);
  const Item towns = need(item, "towns");
  world.towns_file = data_file(towns, reading.document);
  world.towns = read_towns(world.towns_file, reading.scenario.notes);
  reading.attempt([&] {
    const Item residents = need(item, "residents");
    world.residents = whole_in(residents, 1, 1'000'000'000);
    check_residents(residents, world);
  });
  reading.attempt([&] {
    world.communities = count_in(need(item, "communities"), world.towns.size(), {"towns", "镇街"});
    world.grids =
        count_in(need(item, "grids"), static_cast<std::size_t>(world.communities), {"communities", "村（社区）"});
  });
  if (const auto network = find(item, "network"))
    reading.attempt([&] { read_network(*network, reading.document, world, reading.problems); });
}

void read_budget(const Item& item, Costs& costs) {
  const double budget = number_in(item, "yuan");
  if (budget < 0.0 || budget > highest_budget)
    refuse(item, out_of_range("budget", budget, 0.0, highest_budget, "yuan", {"what a year may cost", "一年的预算"}));
  costs.budget = budget;
  costs.budget_where = item.where();
}

// Numbers that must fit together.

/// The place of a table that may not be there.
Item item_at(const Item& root, const std::string& group, const std::string& name) {
  const auto list = find(root, group);
  const auto table = list && list->node->is_table() ? find(*list, name) : list;
  return table ? *table : Item{root.node, group + "." + name};
}

void check_ages(const Item& root, const Parameters::Population& population) {
  const double total = population.age_0_14 + population.age_60_plus;
  if (total >= 1.0)
    refuse(item_at(root, "parameters", "population"),
           say({"age_0_14 + age_60_plus is {}; it must be less than 1 (share)",
                "age_0_14＋age_60_plus为{}；合计必须小于1（比例）"},
               plain(total)));
}

void check_sectors(const Item& root, const Parameters::Work& work) {
  double total = 0.0;
  for (const OfSector& of : work.sector) total += of.share;
  if (std::abs(total - 1.0) > 1e-6)
    refuse(item_at(root, "parameters", "work"),
           say({"sector_share adds up to {}; it must be 1", "sector_share各行业合计为{}；应为1"}, plain(total)));
}

void check_whole(const Item& root, const SharedWhole& whole, const Levers& levers) {
  const std::string first(whole.levers.front());
  if (const auto problem = excess(whole, levers, Id<Town>(0)))
    refuse(item_at(root, "levers", first.substr(0, first.find('.'))), *problem);
}

void check_totals(Reading& reading) {
  const Scenario& scenario = reading.scenario;
  const Item root = reading.root();
  reading.attempt([&] { check_ages(root, scenario.parameters.population); });
  reading.attempt([&] { check_sectors(root, scenario.parameters.work); });
  const Levers levers(1, scenario.levers);
  for (const SharedWhole& whole : shared_wholes()) reading.attempt([&] { check_whole(root, whole, levers); });
}

// The whole.

void read_sections(Reading& reading) {
  Scenario& scenario = reading.scenario;
  Problems& problems = reading.problems;
  const Item root = reading.root();
  note_unknown(root, root_keys, problems);
  reading.attempt([&] { read_title(need(root, "title"), scenario, problems); });
  reading.attempt([&] { read_dates(root, scenario); });
  if (const auto seed = find(root, "seed"))
    reading.attempt([&] {
      scenario.seed = static_cast<std::uint64_t>(whole_in(*seed, 0, std::numeric_limits<std::int64_t>::max()));
    });
  reading.attempt([&] { read_world(need(root, "world"), reading); });
  if (const auto table = find(root, "parameters")) read_settings(*table, slots_of(scenario.parameters), problems);
  if (const auto table = find(root, "levers")) read_settings(*table, slots_of(scenario.levers), problems);
  if (const auto table = find(root, "costs")) read_settings(*table, slots_of(scenario.costs.unit_costs), problems);
  if (const auto budget = find(root, "budget")) reading.attempt([&] { read_budget(*budget, scenario.costs); });
  check_totals(reading);
}

/// Cards, measures, facilities and shocks, which make sense once days and towns are known.
void read_events(Reading& reading) {
  Scenario& scenario = reading.scenario;
  if (!scenario.start.ok() || !scenario.end.ok() || scenario.end < scenario.start || scenario.world.towns.empty())
    return;
  const Item root = reading.root();
  if (const auto list = find(root, "cards"))
    reading.attempt([&] { read_cards(*list, reading.document, scenario, reading.problems); });
  if (const auto list = find(root, "measures"))
    reading.attempt([&] { read_measures(*list, scenario, reading.problems); });
  if (const auto list = find(root, "facilities"))
    reading.attempt([&] { read_facilities(*list, scenario, reading.problems); });
  if (const auto list = find(root, "shocks")) reading.attempt([&] { read_shocks(*list, scenario, reading.problems); });
  if (reading.problems.empty()) reading.problems = check_policy(scenario);
  if (reading.problems.empty()) reading.problems = check_budget(scenario);
}

/// Tables as [sections], however they were written.
void unfold(toml::node& node) {
  if (toml::table* table = node.as_table()) {
    table->is_inline(false);
    for (auto&& [key, member] : *table) unfold(member);
  }
  if (toml::array* list = node.as_array())
    for (toml::node& member : *list) unfold(member);
}

std::string canonical_text(toml::table root) {
  unfold(root);
  std::ostringstream text;
  text.imbue(std::locale::classic());
  text << toml::toml_formatter(root) << '\n';
  return text.str();
}

std::string with_length(const std::string& data) {
  return fmt::format("\n{}\n{}", data.size(), data);
}

/// XXH3 of the text, the data files and the cards, each with its length, as 32 hexadecimal digits.
std::string content_hash(const Scenario& scenario) {
  std::string content = scenario.text;
  for (const fs::path& file : {scenario.world.towns_file, scenario.world.network_file, scenario.world.edges_file}) {
    if (file.empty()) continue;
    content += with_length(read_bytes(file, file.string()));
  }
  for (const PlayedCard& card : scenario.cards) content += with_length(card.text);
  const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

/// A card in place of a scenario would have everything wrong with it; one complaint says more.
void refuse_card(const Document& document, const Item& root) {
  const auto id = find(root, "id");
  if (id && find(root, "measures"))
    refuse(*id, say({"this is a card; a scenario plays it with [[cards]] and file = \"{}\"",
                     "这是一张卡；场景用[[cards]]和file = \"{}\"启用"},
                    document.file.string()));
}

Reading read(Document document, const std::vector<Override>& overrides) {
  Reading reading{std::move(document), {}};
  refuse_card(reading.document, reading.root());
  apply_overrides(overrides, reading);
  read_sections(reading);
  read_events(reading);
  if (!reading.problems.empty()) return reading;
  reading.scenario.lineage = reading.document.lineage;
  reading.scenario.text = canonical_text(reading.document.root);
  reading.scenario.content_hash = content_hash(reading.scenario);
  return reading;
}

Scenario scenario_or_error(Reading reading) {
  if (!reading.problems.empty()) throw reading.problems.front();
  return std::move(reading.scenario);
}

}  // namespace

Override override_in(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == text.npos || equals == 0)
    throw InputError(fmt::format("--set {}", text), say({"is not of the form name=value", "应写作 名称=值"}));
  return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

Scenario read_scenario(const fs::path& file, const std::vector<Override>& overrides) {
  return scenario_or_error(read(load_document(file), overrides));
}

Scenario read_scenario_text(std::string_view text, const fs::path& file, const std::vector<Override>& overrides) {
  return scenario_or_error(read(parse_document(text, file), overrides));
}

Findings check_scenario(const fs::path& file, const std::vector<Override>& overrides) {
  try {
    Reading reading = read(load_document(file), overrides);
    Findings findings{std::move(reading.problems), reading.scenario.notes, {}};
    if (findings.problems.empty()) findings.scenario = std::move(reading.scenario);
    return findings;
  } catch (const InputError& error) {
    return {{error}, {}, {}};
  }
}

}  // namespace linli
