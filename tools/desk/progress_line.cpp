// SPDX-License-Identifier: MIT
#include "tools/desk/progress_line.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

constexpr char const* from_the_start = "\r\033[K";
constexpr std::chrono::seconds before_the_first{1};
constexpr std::chrono::milliseconds between_two{200};

// A longer line would stay on the screen in part.
std::size_t width_of_screen() {
  constexpr std::size_t usual = 80;
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1U : usual - 1;
}

}  // namespace

ProgressLine::ProgressLine() : shown_(isatty(STDERR_FILENO) == 1), next_(begin_ + before_the_first) {
  if (shown_) before_messages([this] { clear(); });
}

ProgressLine::~ProgressLine() {
  if (!shown_) return;
  clear();
  before_messages({});
}

double ProgressLine::seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

void ProgressLine::clear() {
  if (is_on_screen_.exchange(false)) std::cerr << from_the_start << std::flush;
}

void ProgressLine::draw(std::optional<double> done, std::string const& what) {
  if (!shown_) return;
  auto const line = line_of(done, what);
  is_on_screen_ = true;
  std::cerr << from_the_start << line.substr(0, width_of_screen()) << std::flush;
  next_ = Clock::now() + between_two;
}

std::string ProgressLine::line_of(std::optional<double> done, std::string const& what) const {
  auto const elapsed = std::chrono::duration<double>(Clock::now() - step_begin_).count();
  if (!done) return fmt::format("{}, {}", what, duration_text(std::chrono::seconds(static_cast<long>(elapsed))));
  auto const share = std::clamp(*done, 0.0, 1.0);
  auto line = fmt::format("{:.0f} %  {}", share * 100, what);
  // The speed of the first seconds says little about the rest.
  if (elapsed > 2 && share > 0.001 && share < 1) {
    auto const left = std::chrono::seconds(static_cast<long>(elapsed * (1 - share) / share));
    line += ", " + duration_text(left) + " left";
  }
  return line;
}

std::string duration_text(std::chrono::seconds time) {
  auto const seconds = time.count();
  constexpr auto minute = 60;
  constexpr auto hour = 60 * minute;
  if (seconds >= hour) return fmt::format("{} h {} min", seconds / hour, seconds % hour / minute);
  if (seconds >= minute) return fmt::format("{} min", seconds / minute);
  return fmt::format("{} s", seconds);
}

}  // namespace quoth::tools
