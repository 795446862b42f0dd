// SPDX-License-Identifier: MIT
#include "text/words/words.hpp"

#include <doctest/doctest.h>

namespace {

std::string keys(std::string_view text) {
  std::string joined;
  auto const words = quoth::text::split_words(text);
  for (std::size_t i = 0; i < words.size(); ++i) joined += (i > 0 ? "|" : "") + std::string(words.key(i));
  return joined;
}

std::string surfaces(std::string_view text) {
  std::string joined;
  for (auto const& word : quoth::text::split_words(text)) {
    joined += (joined.empty() ? "" : "|") + std::string(text.substr(word.first, word.last - word.first));
  }
  return joined;
}

std::string remarks(std::string_view text) {
  std::string joined;
  for (auto const& span : quoth::text::stage_directions(text))
    joined += text.substr(span.first, span.last - span.first);
  return joined;
}

}  // namespace

TEST_CASE("split_words: capitals, accents and ligatures do not count") {
  CHECK(keys("The Café on Straße ﬁve") == "the|cafe|on|strasse|five");
}

TEST_CASE("split_words: every apostrophe is the same, and none at a word's ends") {
  CHECK(keys("don’t don't ‘Tis the workers’ doin' rock ‘n’ roll") == "don't|don't|tis|the|workers|doin|rock|n|roll");
}

TEST_CASE("split_words: initials lose their dots, and sentences keep theirs") {
  CHECK(keys("the U.S. at 5 p.m. by J. Smith. A new") == "the|us|at|5|pm|by|j|smith|a|new");
}

TEST_CASE("split_words: numbers keep decimals and lose separators") {
  CHECK(keys("$5,000 or 3.5% of 1,234,567, in 2016,2017") == "5000|or|3.5|percent|of|1234567|in|2016|2017");
}

TEST_CASE("split_words: hyphens and dashes separate") {
  CHECK(keys("home-grown—no, well - ok") == "home|grown|no|well|ok");
}

TEST_CASE("split_words: a word's surface leaves out the marks around it") {
  CHECK(surfaces("“Well,” she said, ‘yes.’ (U.S.)") == "Well|she|said|yes|U.S");
}

TEST_CASE("split_words: ideographs stand alone") { CHECK(keys("漢字 ok") == "漢|字|ok"); }

TEST_CASE("split_words: a number cut off at the end of the text") {
  CHECK(keys("5,00") == "5|00");
  CHECK(keys("5,000") == "5000");
  CHECK(keys("½") == "1/2");
}

TEST_CASE("stage_directions: what transcribers write") {
  CHECK(remarks("We won. (Applause.) Really [crosstalk 00:12:01] won (ph) and (OFF MIC) so") ==
        "(Applause.)[crosstalk 00:12:01](ph)(OFF MIC)");
}

TEST_CASE("stage_directions: what editors and speakers write is none") {
  CHECK(remarks("the [Protection] facilities (about nine of them) and (A)").empty());
}
