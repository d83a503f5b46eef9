/// The commands that look and do not simulate: check, info, levers, parameters, schema.

#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/messages.h"
#include "app/page.h"
#include "core/error.h"
#include "model/scenario_reader.h"
#include "model/schema.h"
#include "model/units.h"
#include "record/summary.h"

namespace linli {
namespace {

using nlohmann::json;

constexpr int indent = 2;

std::vector<InputError> problems_of(const std::filesystem::path& scenario) {
  try {
    return check_scenario(scenario);
  } catch (const InputError& error) {
    return {error};
  }
}

json problems_as_json(const std::filesystem::path& scenario, const std::vector<InputError>& problems,
                      Language language) {
  json list = json::array();
  for (const InputError& problem : problems)
    list.push_back({{"where", problem.where}, {"what", problem.what_is_wrong.in(language)}});
  return {{"file", scenario.string()}, {"sound", problems.empty()}, {"problems", list}};
}

void print_problems(const std::filesystem::path& scenario, const std::vector<InputError>& problems, Language language) {
  if (problems.empty()) std::cout << say(messages::sound, scenario.string()).in(language) << '\n';
  for (const InputError& problem : problems) std::cout << problem.text(language) << '\n';
}

using Rows = std::vector<std::vector<std::string>>;

Rows heading(Language language) {
  Rows rows(1);
  for (const Text& column : {messages::name_column, messages::default_column, messages::range_column,
                             messages::unit_column, messages::meaning_column})
    rows.front().emplace_back(column.in(language));
  return rows;
}

/// A lever or a parameter as a row.
template <class Info>
std::vector<std::string> row_of(const Info& info, double value, const Message& label, Language language) {
  return {info.name, fmt::format("{}", value), say(messages::range, info.low, info.high).in(language),
          std::string(unit_of(info.unit).name.in(language)), label.in(language)};
}

}  // namespace

int check_scenarios(const Request& request) {
  json found = json::array();
  bool sound = true;
  for (const std::filesystem::path& scenario : request.files) {
    const std::vector<InputError> problems = problems_of(scenario);
    sound = sound && problems.empty();
    if (request.json)
      found.push_back(problems_as_json(scenario, problems, request.language));
    else
      print_problems(scenario, problems, request.language);
  }
  if (request.json) std::cout << json{{"sound", sound}, {"scenarios", found}}.dump(indent) << std::endl;
  return sound ? exit_done : exit_wrong_input;
}

int show_result(const Request& request) {
  const RunSummary summary = read_summary(request.files.front());
  std::cout << (request.json ? to_json(summary).dump(indent) + "\n" : describe(summary, request.language));
  return exit_done;
}

int list_levers(const Request& request) {
  Rows rows = heading(request.language);
  LeverValues values;
  for_each_lever(values, [&](const LeverInfo& info, double& value) {
    rows.push_back(row_of(info, value, say(info.label), request.language));
  });
  std::cout << (request.json ? lever_table(request.language).dump(indent) + "\n" : table_text(rows));
  return exit_done;
}

int list_parameters(const Request& request) {
  Rows rows = heading(request.language);
  Parameters values;
  for_each_parameter(values, [&](const ParameterInfo& info, double& value) {
    const bool per_kind = !info.kind.english.empty();
    const Message label = per_kind ? say(messages::label_of_kind, info.label, info.kind) : say(info.label);
    rows.push_back(row_of(info, value, label, request.language));
  });
  std::cout << (request.json ? parameter_table(request.language).dump(indent) + "\n" : table_text(rows));
  return exit_done;
}

int print_schema(const Request&) {
  std::cout << scenario_schema().dump(indent) << std::endl;
  return exit_done;
}

int perform(const Request& request) {
  using Command = int (*)(const Request&);
  static const std::map<std::string, Command> commands = {{"run", run_scenario},           {"check", check_scenarios},
                                                          {"info", show_result},           {"levers", list_levers},
                                                          {"parameters", list_parameters}, {"schema", print_schema}};
  return commands.at(request.command)(request);
}

}  // namespace linli
