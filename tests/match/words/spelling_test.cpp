// SPDX-License-Identifier: MIT
#include "match/words/spelling.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace quoth;
using namespace quoth::match;

TEST_CASE("spelling_variants: British and American endings, either way round") {
  for (auto const& [each_a, b] :
       {std::pair<std::string, std::string>{"color", "colour"},
        std::pair<std::string, std::string>{"organize", "organise"},
        std::pair<std::string, std::string>{"organizing", "organising"},
        std::pair<std::string, std::string>{"recognizable", "recognisable"},
        std::pair<std::string, std::string>{"realization", "realisation"},
        std::pair<std::string, std::string>{"analyze", "analyse"},
        std::pair<std::string, std::string>{"traveled", "travelled"},
        std::pair<std::string, std::string>{"gray", "grey"}, std::pair<std::string, std::string>{"dialog", "dialogue"},
        std::pair<std::string, std::string>{"defense", "defence"}}) {
    auto const& a = each_a;
    CAPTURE(a);
    CHECK(spelling_variants(a, b));
    CHECK(spelling_variants(b, a));
  }
}

TEST_CASE("spelling_variants: inside words, before suffixes, and misspelt") {
  for (auto const& [each_a, b] : {std::pair<std::string, std::string>{"honorably", "honourably"},
                                  std::pair<std::string, std::string>{"colorless", "colourless"},
                                  std::pair<std::string, std::string>{"neighborhood", "neighbourhood"},
                                  std::pair<std::string, std::string>{"dulness", "dullness"},
                                  std::pair<std::string, std::string>{"skilful", "skillful"},
                                  std::pair<std::string, std::string>{"judgment", "judgement"},
                                  std::pair<std::string, std::string>{"frescos", "frescoes"}}) {
    auto const& a = each_a;
    CAPTURE(a);
    CHECK(spelling_variants(a, b));
    CHECK(spelling_variants(b, a));
  }
  for (auto const& [each_a, b] : {std::pair<std::string, std::string>{"morning", "mourning"},
                                  std::pair<std::string, std::string>{"forth", "fourth"},
                                  std::pair<std::string, std::string>{"careful", "cheerful"},
                                  std::pair<std::string, std::string>{"stationary", "stationery"},
                                  std::pair<std::string, std::string>{"scraping", "scrapping"}}) {
    auto const& a = each_a;
    CAPTURE(a);
    CHECK_FALSE(spelling_variants(a, b));
  }
}

TEST_CASE("is_misspelt: one letter of a long word, which sounds the same") {
  CHECK(is_misspelt("apostasy", "apostacy"));
  CHECK(is_misspelt("citizenship", "citisenship"));
  CHECK_FALSE(is_misspelt("stationary", "stationery"));
  CHECK_FALSE(is_misspelt("raze", "rase"));
  CHECK_FALSE(is_misspelt("scraping", "scrapping"));
}

TEST_CASE("spelling_variants: other words that are alike are none") {
  for (auto const& [each_a, b] :
       {std::pair<std::string, std::string>{"zipper", "sipper"}, std::pair<std::string, std::string>{"raze", "rase"},
        std::pair<std::string, std::string>{"prize", "prise"}, std::pair<std::string, std::string>{"lazier", "lasier"},
        std::pair<std::string, std::string>{"organize", "organised"},
        std::pair<std::string, std::string>{"citizenship", "citisenship"},
        std::pair<std::string, std::string>{"bed", "bled"}}) {
    auto const& a = each_a;
    CAPTURE(a);
    CHECK_FALSE(spelling_variants(a, b));
    CHECK_FALSE(spelling_variants(b, a));
  }
}
