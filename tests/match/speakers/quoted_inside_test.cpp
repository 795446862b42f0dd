// SPDX-License-Identifier: MIT
#include "match/speakers/quoted_inside.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

constexpr char const* paragraph =
    "The hall was full. “We will mend the weir by spring,” said Ada Quill, the mayor. It rained.";

// The tokens of a paragraph that stand in the passage as `words` do.
TokenRange range_of(Passage const& passage, std::string const& words) {
  auto const& tokens = passage.tokens();
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    for (auto last = first + 1; last <= tokens.size(); ++last)
      if (tokens.stretch(first, last) == words) return {first, last};
  }
  FAIL("the paragraph has no such words");
  return {};
}

Candidate document_with(std::string text, SourceKind kind = SourceKind::document) {
  auto candidate = one_turn(std::move(text), "");
  candidate.source.kind = kind;
  return candidate;
}

bool is_quoted_from(std::string name, std::string const& words, Candidate const& candidate) {
  Attribution attribution;
  attribution.speaker = std::move(name);
  Passage const passage(candidate);
  return is_quoted_from_claimed(passage, range_of(passage, words), SpeakerMatch(&attribution));
}

}  // namespace

TEST_CASE("quoted_inside: whom a paragraph quotes with the words") {
  auto const candidate = document_with(paragraph);
  Passage const passage(candidate);
  auto const quoted = quoted_inside(passage, range_of(passage, "mend the weir"));
  REQUIRE(quoted);
  CHECK(quoted->speaker == "Ada Quill");
  CHECK(quoted->by_name);

  CHECK(quoted->roles.front() == "the mayor");
}

TEST_CASE("quoted_inside: words that stand for the most part outside of the marks are the author's") {
  auto const candidate = document_with(paragraph);
  Passage const passage(candidate);
  CHECK_FALSE(quoted_inside(passage, range_of(passage, "The hall was full")));
  CHECK_FALSE(quoted_inside(passage, range_of(passage, "The hall was full. “We will")));
  CHECK_FALSE(quoted_inside(passage, {}));
  auto const without_marks = document_with("The hall was full.");
  Passage const plain(without_marks);
  CHECK_FALSE(quoted_inside(plain, {0, plain.tokens().size()}));
}

TEST_CASE("is_quoted_from_claimed: a document that quotes the claimed speaker, by name") {
  CHECK(is_quoted_from("Ada Quill", "mend the weir", document_with(paragraph)));
  CHECK(is_quoted_from("Mayor Quill", "mend the weir", document_with(paragraph)));
  CHECK_FALSE(is_quoted_from("Piet Ostrow", "mend the weir", document_with(paragraph)));
  CHECK_FALSE(is_quoted_from("Ada Quill", "hall was full", document_with(paragraph)));
}

TEST_CASE("is_quoted_from_claimed: what a speaker quotes in a transcript is the speaker's own to say") {
  CHECK_FALSE(is_quoted_from("Ada Quill", "mend the weir", document_with(paragraph, SourceKind::transcript)));
}
