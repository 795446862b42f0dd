// SPDX-License-Identifier: MIT
#include "db/sources/passage_time.hpp"

#include <algorithm>
#include <cmath>

namespace quoth::db {

namespace {

constexpr double per_second = 1'000;
constexpr double most_seconds = 1e10;

std::optional<std::int64_t> milliseconds(std::optional<double> seconds) {
  if (!seconds || std::isnan(*seconds)) return std::nullopt;
  return std::llround(std::clamp(*seconds, -most_seconds, most_seconds) * per_second);
}

}  // namespace

PassageTime passage_time(std::optional<double> start, std::optional<double> end) {
  PassageTime time{milliseconds(start), milliseconds(end)};
  if (time.start && time.lasts) *time.lasts -= *time.start;
  return time;
}

std::optional<double> start_of(PassageTime time) {
  if (!time.start) return std::nullopt;
  return static_cast<double>(*time.start) / per_second;
}

std::optional<double> end_of(PassageTime time) {
  if (!time.lasts) return std::nullopt;
  return (static_cast<double>(time.start.value_or(0)) + static_cast<double>(*time.lasts)) / per_second;
}

}  // namespace quoth::db
