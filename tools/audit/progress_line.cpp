// SPDX-License-Identifier: MIT
#include "tools/audit/progress_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace quoth::tools {

namespace {

constexpr char const* from_the_start = "\r\033[K";

}  // namespace

ProgressLine::ProgressLine(AuditProgress const& progress, std::uint64_t bytes)
    : progress_(progress), bytes_(bytes), shown_(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::clear() {
  if (shown_) std::cerr << from_the_start << std::flush;
}

void ProgressLine::draw() {
  if (!shown_) return;
  auto const elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  auto const articles = progress_.articles.load();
  auto const done = std::min(
      static_cast<double>(progress_.bytes.load()) / static_cast<double>(std::max<std::uint64_t>(bytes_, 1)), 1.0);
  auto line = fmt::format("{:.0f} %  {} articles, {:.0f} a second, {} quotations to look at", done * 100, articles,
                          static_cast<double>(articles) / std::max(elapsed, 0.1), progress_.seen.load());
  if (auto const errors = progress_.errors.load(); errors > 0) line += fmt::format(", {} errors", errors);
  // The speed of the first seconds says little about the rest.
  if (elapsed > 2 && done > 0.001) {
    auto const left = std::chrono::seconds(static_cast<long>(elapsed * (1 - done) / done));
    line += ", " + duration_text(left) + " left";
  }
  std::cerr << from_the_start << line << std::flush;
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
