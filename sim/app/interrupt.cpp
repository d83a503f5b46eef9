#include "app/interrupt.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <string>

namespace linli {
namespace {

// What batch systems, `timeout` and a closed terminal send, besides Ctrl-C.
constexpr std::array signals = {SIGINT, SIGTERM, SIGHUP};

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch nothing else");
std::string notice;

extern "C" void note_interrupt(int) {
  interrupted = true;
  for (const int signal : signals) std::signal(signal, SIG_DFL);
  [[maybe_unused]] const auto told = write(STDERR_FILENO, notice.data(), notice.size());
}

}  // namespace

void watch_for_interrupt(const std::string& words) {
  notice = "\n" + words + "\n";
  for (const int signal : signals)
    if (std::signal(signal, note_interrupt) == SIG_IGN) std::signal(signal, SIG_IGN);  // as nohup asks
}

bool is_interrupted() {
  return interrupted;
}

}  // namespace linli
