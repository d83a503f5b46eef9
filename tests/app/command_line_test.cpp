#include "app/command_line.h"

#include <gtest/gtest.h>

#include <sstream>

#include "core/error.h"

namespace linli {
namespace {

struct Parsed {
  std::optional<Request> request;
  std::string shown;
};

Parsed parse(std::vector<const char*> arguments, Language language = Language::english) {
  arguments.insert(arguments.begin(), "linli-sim");
  std::ostringstream shown;
  auto request = parse_command_line(static_cast<int>(arguments.size()), arguments.data(), language, shown);
  return {std::move(request), shown.str()};
}

std::string complaint(std::vector<const char*> arguments, Language language = Language::english) {
  try {
    parse(std::move(arguments), language);
  } catch (const InputError& error) {
    return error.text(language);
  }
  return "no complaint";
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(CommandLine, EveryOptionOfARunIsUnderstood) {
  const Request request =
      *parse({"run", "a.toml", "-o", "a.h5", "--seed", "18446744073709551615", "--threads", "3", "--days", "30",
              "--population-scale", "0.5", "--force", "--quiet", "--json", "--verbose"})
           .request;
  EXPECT_EQ(request.command, "run");
  EXPECT_EQ(request.files, std::vector<std::filesystem::path>{"a.toml"});
  EXPECT_EQ(request.run.output, "a.h5");
  EXPECT_EQ(request.run.seed, 18446744073709551615u);
  EXPECT_EQ(request.run.days, 30);
  EXPECT_EQ(request.run.threads, 3);
  EXPECT_EQ(request.run.population_scale, 0.5);
  EXPECT_TRUE(request.run.force && request.run.quiet && request.run.verbose && request.json);
}

TEST(CommandLine, WhatIsNotAskedForKeepsItsDefault) {
  const Request request = *parse({"run", "a.toml", "-o", "a.h5"}).request;
  EXPECT_FALSE(request.run.seed || request.run.days || request.run.force || request.run.quiet || request.json);
  EXPECT_EQ(request.run.threads, 0);
  EXPECT_EQ(request.run.population_scale, 1.0);
  EXPECT_TRUE(request.run.overrides.empty());
}

TEST(CommandLine, OneSetTakesOneValueAndMayBeRepeated) {
  const Request request = *parse({"run", "--set", "a=1", "--set", "b=x=y", "a.toml", "-o", "a.h5"}).request;
  EXPECT_EQ(request.run.overrides, (std::vector<std::string>{"a=1", "b=x=y"}));
  EXPECT_EQ(request.files.size(), 1u);
}

TEST(CommandLine, SeveralScenariosMayBeCheckedAtOnce) {
  EXPECT_EQ(parse({"check", "a.toml", "b.toml", "--json"}).request->files.size(), 2u);
}

TEST(CommandLine, ARunNeedsAPlaceForItsResults) {
  EXPECT_TRUE(has(complaint({"run", "a.toml"}), "--output is required"));
  EXPECT_TRUE(has(complaint({"run", "a.toml"}, Language::chinese), "缺少必需的内容"));
}

TEST(CommandLine, WhatIsUnknownIsNamed) {
  EXPECT_TRUE(has(complaint({"levers", "--colour"}), "--colour"));
  EXPECT_TRUE(has(complaint({"fly"}), "fly"));
  EXPECT_TRUE(has(complaint({"run", "a.toml", "-o", "a.h5", "--days", "soon"}), "soon"));
  EXPECT_TRUE(has(complaint({"levers", "--lang", "fr"}), "fr"));
  EXPECT_TRUE(has(complaint({}), "a command is missing"));
}

TEST(CommandLine, HelpIsInTheLanguageOfTheUser) {
  const Parsed english = parse({"run", "--help"}), chinese = parse({"run", "--help"}, Language::chinese);
  EXPECT_FALSE(english.request);
  EXPECT_TRUE(has(english.shown, "Usage: linli-sim run") && has(english.shown, "Examples:"));
  EXPECT_TRUE(has(chinese.shown, "用法: linli-sim run") && has(chinese.shown, "示例："));
  for (const char* left_over : {"Options", "Usage", "REQUIRED", "Positionals", "TEXT"})
    EXPECT_FALSE(has(chinese.shown, left_over)) << left_over;
}

TEST(CommandLine, HelpNamesEveryCommand) {
  const std::string shown = parse({"--help"}).shown;
  for (const char* command : {"run", "check", "info", "levers", "parameters", "schema", "describe"})
    EXPECT_TRUE(has(shown, std::string("\n  ") + command + " ")) << command;
}

TEST(CommandLine, TheVersionIsShown) {
  EXPECT_TRUE(has(parse({"--version"}).shown, "linli-sim "));
}

TEST(CommandLine, CardsAreListedOrOneIsShown) {
  EXPECT_EQ(parse({"cards"}).request->card, "");
  const Request request = *parse({"cards", "show", "A6", "--json", "--lang", "zh"}).request;
  EXPECT_EQ(request.command, "cards");
  EXPECT_EQ(request.card, "A6");
  EXPECT_TRUE(request.json);
  EXPECT_TRUE(has(complaint({"cards", "show"}), "CARD"));
}

}  // namespace
}  // namespace linli
