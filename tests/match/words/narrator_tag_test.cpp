// SPDX-License-Identifier: MIT
#include "match/words/narrator_tag.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace quoth::match;

namespace {

std::string tags_of(std::string_view text) {
  std::string tags;
  for (auto const& tag : narrator_tags(text))
    tags += "[" + std::string(text.substr(tag.first, tag.last - tag.first)) + "]";
  return tags;
}

}  // namespace

TEST_CASE("narrator_tags: what stands between two parts of a speech") {
  CHECK(tags_of("“The tide waits,” said Judith. “I look up the hour.”") == "[ said Judith. ]");
  CHECK(tags_of("\"The tide waits,\" said Judith. \"I look up the hour.\"") == "[ said Judith. ]");
}

TEST_CASE("narrator_tags: not what stands before or behind a speech, nor a long narration") {
  CHECK(tags_of("Judith said: “The tide waits.” She went to the window.").empty());
  CHECK(tags_of("“The tide waits.” " + std::string(120, 'a') + " “I look up the hour.”").empty());
  CHECK(tags_of("“The tide waits.”\n“I look up the hour.”").empty());
}
