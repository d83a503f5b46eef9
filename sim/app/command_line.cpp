#include "app/command_line.h"

#include <CLI/CLI.hpp>

#include "app/messages.h"
#include "core/error.h"
#include "core/version.h"

namespace linli {
namespace {

/// Adds commands and options whose help is in one language.
class Builder {
 public:
  Builder(CLI::App& app, Language language) : app_(app), language_(language) {
    app.get_formatter()->label("Usage", in(messages::usage_label));
    app.get_formatter()->label("OPTIONS", in(messages::options_label));
    app.get_formatter()->label("SUBCOMMAND", in(messages::command_label));
    app.get_formatter()->label("Positionals", in(messages::arguments_group));
    app.option_defaults()->group(in(messages::options_group));
    app.set_help_flag("-h,--help", in(messages::help_option));
    app.get_help_ptr()->group(in(messages::options_group));
    app.require_subcommand(0, 1);  // checked below: CLI11 would not name what stands in its place
  }

  CLI::App& command(const char* name, const Text& description, const Text& footer = {}) const {
    CLI::App& command = *app_.add_subcommand(name, in(description))->group(in(messages::commands_group))->fallthrough();
    command.get_help_ptr()->group(in(messages::options_group));
    command.footer(in(footer));
    return command;
  }

  /// `shown` is how help shows the value: "FILE".
  template <class Value>
  CLI::Option* option(CLI::App& command, const char* names, Value& value, const char* shown, const Text& text) const {
    return command.add_option(names, value, in(text))->option_text(shown);
  }

  void flag(CLI::App& command, const char* names, bool& value, const Text& text) const {
    command.add_flag(names, value, in(text));
  }

  std::string in(const Text& text) const { return std::string(text.in(language_)); }

 private:
  CLI::App& app_;
  Language language_;
};

constexpr const char* nothing_more = " ";

void add_run(const Builder& add, Request& request) {
  CLI::App& run = add.command("run", messages::run, messages::run_footer);
  RunOptions& options = request.run;
  add.option(run, "SCENARIO", request.files, nothing_more, messages::scenario_argument)->expected(1);
  add.option(run, "-o,--output", options.output, "FILE", messages::output_option);
  add.option(run, "--resume", options.resume, "RESULT", messages::resume_option);
  add.option(run, "--checkpoint-every", options.checkpoint_every, "DAYS", messages::checkpoint_every_option)
      ->check(CLI::PositiveNumber);
  add.flag(run, "--checkpoint", options.checkpoint, messages::checkpoint_option);
  add.option(run, "--from", options.from, "CHECKPOINT", messages::from_option);
  add.option(run, "--seed", options.seed, "N", messages::seed_option);
  add.option(run, "--days", options.days, "N", messages::days_option);
  add.option(run, "--population-scale", options.population_scale, "X", messages::scale_option);
  add.option(run, "--set", options.overrides, "NAME=VALUE", messages::set_option)->allow_extra_args(false);
  add.option(run, "--threads", options.threads, "N", messages::threads_option);
  add.flag(run, "--force", options.force, messages::force_option);
  add.flag(run, "--quiet", options.quiet, messages::quiet_option);
  add.flag(run, "--verbose", options.verbose, messages::verbose_option);
  add.flag(run, "--json", request.json, messages::json_option);
}

void add_looking(const Builder& add, Request& request) {
  CLI::App& check = add.command("check", messages::check, messages::check_footer);
  add.option(check, "SCENARIO", request.files, nothing_more, messages::scenario_argument)->required();
  CLI::App& info = add.command("info", messages::info);
  add.option(info, "FILE", request.files, nothing_more, messages::info_argument)->required()->expected(1);
  CLI::App& levers = add.command("levers", messages::levers);
  CLI::App& parameters = add.command("parameters", messages::parameters);
  add.command("schema", messages::schema);
  CLI::App& describe = add.command("describe", messages::describe, messages::describe_footer);
  for (CLI::App* command : {&check, &info, &levers, &parameters, &describe})
    add.flag(*command, "--json", request.json, messages::json_option);
}

void add_cards(const Builder& add, Request& request) {
  CLI::App& cards = add.command("cards", messages::cards, messages::cards_footer);
  CLI::App& show = *cards.add_subcommand("show", add.in(messages::show_card))->fallthrough();
  cards.require_subcommand(0, 1);
  show.get_help_ptr()->group(add.in(messages::options_group));
  add.option(show, "CARD", request.card, nothing_more, messages::card_argument)->required();
  add.flag(cards, "--json", request.json, messages::json_option);
}

/// A run has a scenario and an output, or goes on with a result.
void require_something_to_run(const Request& request) {
  const RunOptions& run = request.run;
  const auto missing = [](const char* what) {
    return InputError("", say(messages::bad_command_line, say(messages::missing_argument, std::string(what))));
  };
  if (run.resume.empty() && request.files.empty()) throw missing("SCENARIO is required");
  if (run.resume.empty() && run.output.empty()) throw missing("--output is required");
  const bool anew = !request.files.empty() || !run.output.empty() || run.seed || !run.overrides.empty();
  if (!run.from.empty() && (run.seed || run.population_scale != 1.0))
    throw InputError("--from", say(messages::from_alone));
  if (!run.resume.empty() && (anew || !run.from.empty() || run.population_scale != 1.0))
    throw InputError("--resume", say(messages::resume_alone));
}

Message explain(const CLI::ParseError& error) {
  const bool is_missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  const bool is_unknown = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  const Text& kind = is_missing   ? messages::missing_argument
                     : is_unknown ? messages::unknown_argument
                                  : messages::bad_value;
  return say(messages::bad_command_line, say(kind, std::string(error.what())));
}

}  // namespace

std::optional<Request> parse_command_line(int count, const char* const* arguments, Language language,
                                          std::ostream& out) {
  Request request;
  request.language = language;
  CLI::App app(std::string(messages::program.in(language)), "linli-sim");
  const Builder add(app, language);
  std::string chosen_language;
  app.footer(add.in(messages::program_footer));
  app.set_version_flag("--version", fmt::format("linli-sim {} ({})", version(), commit()),
                       add.in(messages::version_option));
  add.option(app, "--lang", chosen_language, "en|zh", messages::language_option)->check(CLI::IsMember({"en", "zh"}));
  add_run(add, request);
  add_looking(add, request);
  add_cards(add, request);
  try {
    app.parse(count, arguments);
  } catch (const CLI::Success& help_or_version) {
    app.exit(help_or_version, out, out);
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    throw InputError("", explain(error));
  }
  if (app.get_subcommands().empty()) throw InputError("", say(messages::bad_command_line, messages::missing_command));
  request.command = app.get_subcommands().front()->get_name();
  if (request.command == "run") require_something_to_run(request);
  return request;
}

}  // namespace linli
