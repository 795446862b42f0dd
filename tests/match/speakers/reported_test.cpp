// SPDX-License-Identifier: MIT
#include "match/speakers/reported.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace quoth;
using namespace quoth::match;

namespace {

// Whether a turn with these words behind `before` passes them on as Ada Quill's.
bool is_reported(std::string const& before, std::string const& behind = "") {
  std::string const words = "the ferry will never sail again";
  Candidate candidate;
  Turn turn;
  turn.text = before + words + behind;
  candidate.windows.push_back({{turn}});
  Passage const passage(candidate);
  TokenSequence first;
  first.append(before);
  return is_reported_as_of("Ada Quill", passage, {first.size(), first.size() + 6});
}

}  // namespace

TEST_CASE("is_reported_as_of: a turn that reads a named person's words out") {
  CHECK(is_reported("Mayor Quill tweeted this morning, quote, "));
  CHECK(is_reported("Let me read what Ada Quill said last night: "));
  CHECK(is_reported("", ", says Quill."));
}

TEST_CASE("is_reported_as_of: neither a name alone nor a word of reporting alone") {
  CHECK_FALSE(is_reported("I like Ada Quill very much, but "));
  CHECK_FALSE(is_reported("I have said it before, "));
  CHECK_FALSE(is_reported("Piet Ostrow told you, "));
}
