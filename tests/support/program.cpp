#include "support/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>

#include "support/folder.h"

namespace linli::support {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// This program's environment, without its locale, and what is added.
std::vector<std::string> environment_with(std::map<std::string, std::string> added) {
  added.insert({"LC_ALL", "C"});
  std::vector<std::string> variables;
  for (char** variable = environ; *variable; ++variable) {
    const std::string text = *variable;
    if (!added.contains(text.substr(0, text.find('=')))) variables.push_back(text);
  }
  for (const auto& [name, value] : added) variables.push_back(name + "=" + value);
  return variables;
}

pid_t spawn(std::vector<std::string> command, std::vector<std::string> environment, const TemporaryFolder& folder) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  const auto open_as = [&](int descriptor, const std::string& file, int how) {
    posix_spawn_file_actions_addopen(&files, descriptor, file.c_str(), how, 0600);
  };
  open_as(STDIN_FILENO, "/dev/null", O_RDONLY);
  open_as(STDOUT_FILENO, (folder / "output").string(), O_WRONLY | O_CREAT | O_TRUNC);
  open_as(STDERR_FILENO, (folder / "errors").string(), O_WRONLY | O_CREAT | O_TRUNC);
  pid_t process = 0;
  const int failed = posix_spawn(&process, command.front().c_str(), &files, nullptr, pointers_to(command).data(),
                                 pointers_to(environment).data());
  posix_spawn_file_actions_destroy(&files);
  if (failed) throw std::runtime_error("cannot start " + command.front());
  return process;
}

/// Has it ended? Then with which status.
bool has_ended(pid_t process, int& status) {
  return waitpid(process, &status, WNOHANG) == process;
}

/// Waits for the end; interrupts once, when the text has been said.
int wait_for(pid_t process, const TemporaryFolder& folder, const std::string& interrupt_at) {
  bool interrupted = interrupt_at.empty();
  int status = 0;
  while (!has_ended(process, status)) {
    if (!interrupted && content_of(folder / "errors").find(interrupt_at) != std::string::npos) {
      kill(process, SIGINT);
      interrupted = true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Ended run(std::vector<std::string> command, const std::map<std::string, std::string>& environment,
          const std::string& interrupt_at) {
  const TemporaryFolder folder;
  const pid_t process = spawn(command, environment_with(environment), folder);
  const int exit_code = wait_for(process, folder, interrupt_at);
  return {exit_code, content_of(folder / "output"), content_of(folder / "errors")};
}

Ended linli_sim(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment,
                const std::string& interrupt_at) {
  std::vector<std::string> command = {LINLI_SIM_PROGRAM};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run(std::move(command), environment, interrupt_at);
}

}  // namespace linli::support
