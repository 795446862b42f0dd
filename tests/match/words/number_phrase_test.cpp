// SPDX-License-Identifier: MIT
#include "match/words/number_phrase.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace quoth;
using namespace quoth::text;
using namespace quoth::match;

namespace {

// The value of a number phrase that takes up all of the words; -1 for another.
double value_of(std::string_view text) {
  auto const words = split_words(text);
  auto const phrase = number_at(words, 0);
  return phrase && phrase->words == words.size() ? phrase->value : -1;
}

}  // namespace

TEST_CASE("number_at: values in figures and words") {
  CHECK(value_of("10") == 10);
  CHECK(value_of("ten") == 10);
  CHECK(value_of("5,000") == 5000);
  CHECK(value_of("3.5") == doctest::Approx(3.5));
  CHECK(value_of("3.5 million") == doctest::Approx(3.5e6));
  CHECK(value_of("twenty-five") == 25);
  CHECK(value_of("a hundred and ten") == 110);
  CHECK(value_of("two hundred thousand") == 2e5);
  CHECK(value_of("five million two hundred thousand") == 5.2e6);
  CHECK(value_of("two and a half million") == 2.5e6);
  CHECK(value_of("a million and a half") == 1.5e6);
  CHECK(value_of("half a million") == 5e5);
  CHECK(value_of("three point one four") == doctest::Approx(3.14));
  CHECK(value_of("nineteen ninety-nine") == 1999);
  CHECK(value_of("twenty thirty-one") == 2031);
  CHECK(value_of("twenty-first") == 21);
  CHECK(value_of("21st") == 21);
  CHECK(value_of("two thirds") == doctest::Approx(2.0 / 3));
  CHECK(value_of("one quarter") == 0.25);
  CHECK(value_of("7 tenths") == doctest::Approx(0.7));
  CHECK(value_of("minus five") == -5);
  CHECK(value_of("24 mn") == 24e6);
  CHECK(value_of("a hundred and fifty-8") == 158);
  CHECK(value_of("a hundred five") == 105);
  CHECK(value_of("two and a half") == 2.5);
  CHECK(value_of("two and a quarter million") == 2.25e6);
  CHECK(value_of("a million and a quarter") == 1.25e6);
  CHECK(value_of("two and three quarters") == 2.75);
  CHECK(value_of("two and two thirds") == doctest::Approx(2 + 2.0 / 3));
  CHECK(value_of("nineteen oh five") == 1905);
  CHECK(value_of("nine point nine nine") == 9.99);
  CHECK(value_of("three point oh five") == 3.05);
  CHECK(value_of("three point oh") == 3);
  CHECK(value_of("ten point twenty-five") == 10.25);
  CHECK(value_of("ten point fifteen") == 10.15);
  CHECK(value_of("ten point thirty million") == 10.3e6);
  CHECK(number_at(split_words("half a percent"), 0)->value == 0.5);
  CHECK(value_of("twenty oh eight") == 2008);
  CHECK(value_of("½") == 0.5);
  CHECK(value_of("3½") == 3.5);
  CHECK(value_of("3½ million") == 3.5e6);
  CHECK(value_of("12¾m") == 12.75e6);
  CHECK(value_of("⅒") == doctest::Approx(0.1));
}

TEST_CASE("number_at: ordinals of more than one word") {
  for (auto const& [each_text, value] : {std::pair{"twenty-first", 21.0},
                                         {"a hundred first", 101.0},
                                         {"one hundred and first", 101.0},
                                         {"a hundred and twelfth", 112.0},
                                         {"a hundred twentieth", 120.0},
                                         {"a hundred and twentieth", 120.0},
                                         {"a hundred and twenty-first", 121.0},
                                         {"one hundredth", 100.0},
                                         {"two hundredth", 200.0},
                                         {"five thousandth", 5000.0},
                                         {"two millionth", 2e6}}) {
    auto const& text = each_text;
    CAPTURE(text);
    auto const words = split_words(text);
    auto const phrase = number_at(words, 0);
    REQUIRE(phrase);
    CHECK(phrase->words == words.size());
    CHECK(phrase->value == value);
    CHECK(phrase->ordinal);
  }
  for (auto text : {"5 hundredth", "two hundred hundredth", "five twentieth", "a hundred and hundredth"}) {
    CAPTURE(text);
    CHECK_FALSE(number_at(split_words(text), 0)->ordinal);
  }
}

TEST_CASE("number_at: every number word") {
  std::pair<double, std::vector<char const*>> const numbers[] = {
      {0, {"zero"}},
      {1, {"one", "first"}},
      {2, {"two", "second"}},
      {3, {"three", "third"}},
      {4, {"four", "fourth"}},
      {5, {"five", "fifth"}},
      {6, {"six", "sixth"}},
      {7, {"seven", "seventh"}},
      {8, {"eight", "eighth"}},
      {9, {"nine", "ninth"}},
      {10, {"ten", "tenth"}},
      {11, {"eleven", "eleventh"}},
      {12, {"twelve", "twelfth", "a dozen"}},
      {13, {"thirteen", "thirteenth"}},
      {14, {"fourteen", "fourteenth"}},
      {15, {"fifteen", "fifteenth"}},
      {16, {"sixteen", "sixteenth"}},
      {17, {"seventeen", "seventeenth"}},
      {18, {"eighteen", "eighteenth"}},
      {19, {"nineteen", "nineteenth"}},
      {20, {"twenty", "twentieth", "twenties"}},
      {30, {"thirty", "thirtieth", "thirties"}},
      {40, {"forty", "fortieth", "forties"}},
      {50, {"fifty", "fiftieth", "fifties"}},
      {60, {"sixty", "sixtieth", "sixties"}},
      {70, {"seventy", "seventieth", "seventies"}},
      {80, {"eighty", "eightieth", "eighties"}},
      {90, {"ninety", "ninetieth", "nineties"}},
      {100, {"a hundred", "hundredth"}},
      {1e3, {"a thousand", "thousandth"}},
      {1e6, {"a million", "1 mn", "millionth"}},
      {1e9, {"a billion", "1 bn"}},
      {1e12, {"a trillion"}},
      {1e15, {"a quadrillion"}},
  };
  for (auto const& [each_value, words] : numbers) {
    auto const& value = each_value;
    for (auto const* const word : words) {
      CAPTURE(word);
      CHECK(value_of(word) == value);
    }
  }
}

TEST_CASE("number_at: every fraction") {
  for (auto const& [each_name, each_below] : {std::pair{"thirds", 3.0},
                                              {"quarters", 4.0},
                                              {"fourths", 4.0},
                                              {"fifths", 5.0},
                                              {"sixths", 6.0},
                                              {"sevenths", 7.0},
                                              {"eighths", 8.0},
                                              {"ninths", 9.0},
                                              {"tenths", 10.0}}) {
    auto const& name = each_name;
    auto const& below = each_below;
    CAPTURE(name);
    CHECK(value_of(std::string("two ") + name) == doctest::Approx(2 / below));
  }
}

TEST_CASE("number_at: decades are no years") {
  for (auto const& [each_text, value] : {std::pair{"60s", 60.0},
                                         {"1960s", 1960.0},
                                         {"sixties", 60.0},
                                         {"nineteen sixties", 1960.0},
                                         {"eighteen hundreds", 1800.0}}) {
    auto const& text = each_text;
    CAPTURE(text);
    auto const phrase = number_at(split_words(text), 0);
    REQUIRE(phrase);
    CHECK(phrase->decade);
    CHECK(phrase->value == value);
  }
  CHECK_FALSE(number_at(split_words("1960"), 0)->decade);
}

TEST_CASE("number_at: words that start no number") {
  for (auto text : {"million", "half", "a boat", "61s", "b2b", "and", "point", "hundreds"}) {
    CAPTURE(text);
    CHECK(!number_at(split_words(text), 0));
  }
}

TEST_CASE("number_at: a list is not one number") {
  CHECK(number_at(split_words("two three"), 0)->words == 1);
  CHECK(number_at(split_words("five and six"), 0)->words == 1);
  CHECK(number_at(split_words("20 20"), 0)->words == 1);
  CHECK(number_at(split_words("zero five"), 0)->words == 1);
  CHECK(number_at(split_words("zero and five"), 0)->words == 1);
  CHECK(number_at(split_words("twenty-five six-packs"), 0)->words == 2);
  CHECK(number_at(split_words("two hundred hundred-pound sacks"), 0)->words == 2);
  CHECK(number_at(split_words("three thousand sixteen twenty-gallon barrels"), 0)->words == 3);
}

TEST_CASE("number_at: what follows a number may be no part of it") {
  for (auto text :
       {"5 point plan", "three point plan", "7 third-graders", "two and a bit", "twenty a day", "zero thirds",
        "zero hundred", "zero million", "20 sixties songs", "five sixties songs", "nineteen oh well", "five oh five",
        "two and a third sank", "two and three thirds", "five hundreds", "thirty hundreds", "five point men"}) {
    CAPTURE(text);
    CHECK(number_at(split_words(text), 0)->words == 1);
  }
  CHECK(number_at(split_words("twenty-five third-graders"), 0)->words == 2);
}
