#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <exception>
#include <filesystem>
#include <iostream>
#include <memory>
#include <new>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/language.h"
#include "app/messages.h"
#include "app/terminal.h"
#include "core/error.h"
#include "core/files.h"

namespace {

using namespace linli;

int complain(int exit_code, const std::string& text, Language language) {
  std::cerr << say(messages::error, text).in(language) << std::endl;
  return exit_code;
}

void log_to_standard_error() {
  const auto sink = std::make_shared<spdlog::sinks::ostream_sink_st>(std::cerr, true);
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("linli-sim", sink));
  spdlog::set_pattern("%Y-%m-%d %H:%M:%S  %v");
}

}  // namespace

int main(int count, char** arguments) {
  const PrintableOnly output(std::cout), errors(std::cerr);
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
    return complain(exit_wrong_input, InputError(error.path1().string(), cause_of(error.code())).text(language),
                    language);
  } catch (const std::bad_alloc&) {
    return complain(exit_failed, say(messages::out_of_memory).in(language), language);
  } catch (const std::exception& error) {
    return complain(exit_failed, say(messages::bug, std::string(error.what())).in(language), language);
  }
}
