// SPDX-License-Identifier: MIT
#include "db/index/segment_levels.hpp"

#include <utility>

namespace quoth::db {

std::vector<std::vector<Segment>> levels_of(std::vector<Segment> const& segments) {
  struct Level {
    std::vector<Segment> segments;
    std::uint64_t words = 0;
  };
  std::vector<Level> levels;
  for (auto const& segment : segments) {
    Level level{{segment}, segment.alive_words()};
    for (; !levels.empty() && levels.back().words < growth_of_level * level.words; levels.pop_back()) {
      auto& older = levels.back();
      older.segments.insert(older.segments.end(), level.segments.begin(), level.segments.end());
      level = {std::move(older.segments), older.words + level.words};
    }
    levels.push_back(std::move(level));
  }
  std::vector<std::vector<Segment>> parts;
  parts.reserve(levels.size());
  for (auto& level : levels) parts.push_back(std::move(level.segments));
  return parts;
}

}  // namespace quoth::db
