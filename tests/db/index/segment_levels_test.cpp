// SPDX-License-Identifier: MIT
#include "db/index/segment_levels.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

using namespace quoth::db;

namespace {

std::vector<Segment> segments_of(std::initializer_list<std::uint64_t> words) {
  std::vector<Segment> segments;
  for (auto const count : words) segments.push_back({1, {}, count, 0});
  return segments;
}

// "16 3+1": the words of the segments of each part.
std::string parts_of(std::vector<Segment> const& segments) {
  std::string text;
  for (auto const& part : levels_of(segments)) {
    if (!text.empty()) text += ' ';
    for (auto const& segment : part) text += (&segment == part.data() ? "" : "+") + std::to_string(segment.words);
  }
  return text;
}

}  // namespace

TEST_CASE("levels_of: a segment joins those before it that are less than four times as large") {
  CHECK(parts_of({}).empty());
  CHECK(parts_of(segments_of({5})) == "5");
  CHECK(parts_of(segments_of({4, 1})) == "4 1");
  CHECK(parts_of(segments_of({3, 1})) == "3+1");
  CHECK(parts_of(segments_of({100, 20, 4, 1})) == "100 20 4 1");
  CHECK(parts_of(segments_of({100, 20, 4, 2})) == "100+20+4+2");
  CHECK(parts_of(segments_of({200, 20, 4, 2})) == "200 20+4+2");
  CHECK(parts_of(segments_of({200, 20, 2, 3})) == "200 20 2+3");
}

TEST_CASE("levels_of: what was left for later is merged as if each had been merged when it came") {
  CHECK(parts_of(segments_of({10, 10, 10, 10})) == "10+10+10+10");
  CHECK(parts_of(segments_of({10, 10, 10, 10, 10})) == "10+10+10+10 10");
  CHECK(parts_of(segments_of({10, 10, 10, 10, 10, 2})) == "10+10+10+10 10 2");
  CHECK(parts_of(segments_of({10, 10, 10, 10, 10, 3})) == "10+10+10+10+10+3");
}

TEST_CASE("levels_of: words of removed sources do not count") {
  auto segments = segments_of({40, 10});
  CHECK(parts_of(segments) == "40 10");
  segments[0].dead_words = 1;
  CHECK(parts_of(segments) == "40+10");
}

TEST_CASE("levels_of: many small segments cost each word few merges, and leave few segments") {
  std::vector<Segment> segments;
  std::uint64_t written = 0;
  constexpr std::uint64_t count = 4'096;
  for (std::uint64_t i = 0; i < count; ++i) {
    segments.push_back({1, {}, 1, 0});
    std::vector<Segment> next;
    for (auto const& part : levels_of(segments)) {
      std::uint64_t words = 0;
      for (auto const& segment : part) words += segment.words;
      if (part.size() > 1) written += words;
      next.push_back({1, {}, words, 0});
    }
    segments.swap(next);
    CHECK(segments.size() <= 6);
  }
  MESSAGE("times that a word was rewritten: ", static_cast<double>(written) / count);
  CHECK(written < 30 * count);
}
