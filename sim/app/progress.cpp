#include "app/progress.h"

#include <spdlog/spdlog.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <ostream>

#include "app/messages.h"
#include "app/page.h"

namespace linli {
namespace {

constexpr auto between_drawings = std::chrono::milliseconds(100);
constexpr int longest_bar = 30;
constexpr int shortest_bar = 5;
constexpr std::string_view to_line_start = "\r\x1b[K";

}  // namespace

int terminal_columns() {
  if (!isatty(STDERR_FILENO)) return 0;
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

std::string bar(double share, int columns) {
  const auto filled = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * columns);
  return fmt::format("[{:#<{}}{:.<{}}]", "", filled, "", static_cast<std::size_t>(columns) - filled);
}

Progress::Progress(std::ostream& out, int columns, Language language)
    : out_(out), columns_(columns), language_(language) {}

// After a failure the complaint starts on a line of its own.
Progress::~Progress() {
  end_line();
}

void Progress::run_started(const RunStart& start) {
  calendar_ = &start.calendar;
  people_ = grouped(static_cast<std::uint64_t>(start.people));
  start_ = drawn_ = Clock::now();
}

bool Progress::ends_year(Day day) const {
  return day + 1 == calendar_->days() || calendar_->date(day + 1).year() != calendar_->date(day).year();
}

void Progress::day_ended(const DayReport& report) {
  const auto now = Clock::now();
  const Day done = report.day + 1;
  const std::string left =
      duration_text(std::chrono::duration<double>(now - start_).count() / done * (calendar_->days() - done));
  if (columns_ > 0 && (now - drawn_ >= between_drawings || done == calendar_->days())) {
    draw(report, left);
    drawn_ = now;
  }
  if (columns_ == 0 && ends_year(report.day))
    spdlog::info(say(messages::progress_line, to_string(calendar_->date(report.day)), done, calendar_->days(), people_,
                     grouped(report.events_so_far), left)
                     .in(language_));
}

void Progress::draw(const DayReport& report, const std::string& left) {
  const Day done = report.day + 1;
  const std::string text = say(messages::progress, done, calendar_->days(), to_string(calendar_->date(report.day)),
                               people_, grouped(report.events_so_far), left)
                               .in(language_);
  const int room = columns_ - static_cast<int>(display_width(text)) - 4;  // brackets, a space, the last column
  out_ << to_line_start;
  if (room >= shortest_bar) out_ << bar(double{1} * done / calendar_->days(), std::min(room, longest_bar)) << ' ';
  out_ << text << std::flush;
  line_is_open_ = true;
}

void Progress::run_ended(const RunEnd&, const Unfinished&) {
  end_line();
}

void Progress::end_line() {
  if (line_is_open_) out_ << std::endl;
  line_is_open_ = false;
}

}  // namespace linli
