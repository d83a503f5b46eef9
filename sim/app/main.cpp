#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/language.h"
#include "app/messages.h"
#include "core/error.h"

namespace {

using namespace linli;

int complain(int exit_code, const std::string& text, Language language) {
  fmt::print(stderr, "{}\n", say(messages::error, text).in(language));
  return exit_code;
}

Message cause_of(const std::filesystem::filesystem_error& error) {
  const std::string cause = error.code().message();
  return {cause, cause};
}

void log_to_standard_error() {
  spdlog::set_default_logger(spdlog::stderr_logger_st("linli-sim"));
  spdlog::set_pattern("%Y-%m-%d %H:%M:%S  %v");
}

}  // namespace

int main(int count, char** arguments) {
  const Language language = choose_language({arguments, static_cast<std::size_t>(count)});
  try {
    log_to_standard_error();
    const std::optional<Request> request = parse_command_line(count, arguments, language, std::cout);
    const int code = request ? perform(*request) : exit_done;
    if (!std::cout.flush()) throw Failure(say(messages::no_output));
    return code;
  } catch (const InputError& error) {
    return complain(exit_wrong_input, error.text(language), language);
  } catch (const Failure& failure) {
    return complain(exit_failed, failure.what_is_wrong.in(language), language);
  } catch (const std::filesystem::filesystem_error& error) {
    return complain(exit_wrong_input, InputError(error.path1().string(), cause_of(error)).text(language), language);
  } catch (const std::bad_alloc&) {
    return complain(exit_failed, say(messages::out_of_memory).in(language), language);
  } catch (const std::exception& error) {
    return complain(exit_failed, say(messages::bug, std::string(error.what())).in(language), language);
  }
}
