// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/heard_words.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "tests/growth.hpp"
#include "text/words/white_space.hpp"

namespace quoth::transcripts {

namespace {

using Items = std::vector<HeardItem>;

// "start/confidence" of each word.
std::string told(std::vector<HeardWord> const& words) {
  auto const figure = [](std::optional<double> value) { return value ? std::to_string(*value).substr(0, 3) : "-"; };
  std::string out;
  for (auto const& word : words) out += (out.empty() ? "" : " ") + figure(word.start) + "/" + figure(word.confidence);
  return out;
}

}  // namespace

TEST_CASE("heard: figures that make no sense are left out") {
  constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(told({heard(1.5, 0.5), heard(0, 0), heard(2, 1.0000001)}) == "1.5/0.5 0.0/0.0 2.0/1.0");
  CHECK(told({heard(-1, 1.5), heard(nan, nan), heard(1e300, -0.2), heard({}, 98)}) == "-/- -/- -/- -/-");
  CHECK(heard(0, 1.0000001).confidence == 1.0);
}

TEST_CASE("heard_as_one: the time is that of the first word, the confidence that of all") {
  CHECK(told(heard_as_one("at last, again", {1.5, 0.5})) == "1.5/0.5 -/0.5 -/0.5");
  CHECK(heard_as_one(" \n", {1.5, 0.5}).empty());
}

TEST_CASE("heard_words: capitals and punctuation are no difference") {
  CHECK(told(heard_words("“Well,” ÅSE said – no…",
                         Items{{"well", {1, .9}}, {"åse", {2, .8}}, {"said", {3, .7}}, {"no", {4, .6}}})) ==
        "1.0/0.9 2.0/0.8 3.0/0.7 -/- 4.0/0.6");
}

TEST_CASE("heard_words: a word of several parts has the time of the first and the lowest confidence") {
  CHECK(told(heard_words(
            "Ok, Okonjo-Reed.",
            Items{{"Ok", {1, .9}}, {"Ok", {2, .8}}, {"onjo", {3, .2}}, {"-", {4, .1}}, {"Reed", {5, .7}}})) ==
        "1.0/0.9 2.0/0.2");
}

TEST_CASE("heard_words: an item of several words tells of all of them") {
  CHECK(told(heard_words("in New York now", Items{{"in", {1, .9}}, {"New York", {2, .8}}, {"now", {3, .7}}})) ==
        "1.0/0.9 2.0/0.8 -/0.8 3.0/0.7");
}

TEST_CASE("heard_words: what is written in another way stands between what is the same") {
  Items const spelled{
      {"costs", {1, .9}}, {"forty", {2, .8}}, {"two", {3, .4}}, {"pounds", {4, .7}}, {"today", {5, .6}}};
  CHECK(told(heard_words("costs £42 today", spelled)) == "1.0/0.9 2.0/0.4 5.0/0.6");
  CHECK(told(heard_words("costs the town £42 today", spelled)) == "1.0/0.9 2.0/0.4 -/0.4 -/0.4 5.0/0.6");
  CHECK(told(heard_words("costs £42", spelled)) == "1.0/0.9 2.0/0.4");
}

TEST_CASE("heard_words: words that nothing is said of have the confidence of their segment") {
  CHECK(told(heard_words("We opened it", Items{{"it", {3, {}}}}, 0.5)) == "-/0.5 -/0.5 3.0/0.5");
  CHECK(told(heard_words("We opened it", Items{}, 7)) == "-/- -/- -/-");
  CHECK(heard_words("", Items{{"it", {3, .5}}}).empty());
}

TEST_CASE("heard_words: hostile texts take linear time") {
  for (std::string const unit : {"a ", "– ", "ab", "1", "a\n", "a–"}) {
    CAPTURE(unit);
    CHECK(test::growth(50000, [&](std::size_t size) {
            std::string text;
            while (text.size() < size) text += unit;
            Items const items(size / 2, HeardItem{"a", {1, .5}});
            heard_words(text, items);
            heard_words(text, Items(size / 2, HeardItem{"nowhere", {1, .5}}));
          }) < test::linear_growth);
  }
}

TEST_CASE("TurnJoiner: words and text keep together") {
  TurnJoiner turns;
  turns.add({"A", 1, 2, " at last ", false, heard_as_one("at last", {1, .9})});
  turns.add({"A", {}, {}, ",", true, heard_as_one(",", {})});
  turns.add({"A", 3, 4, "forty", false, heard_as_one("forty", {3, .8})});
  turns.add({"A", 4, 5, "-two now", true, heard_as_one("-two now", {4, .3})});
  turns.add({"A", 5, 6, "nobody heard", false, {}});
  turns.add({"A", 5, 6, "of two", false, {{7, .1}}});  // a fault: words for another text
  turns.add({"B", {}, {}, "silent", false, heard_as_one("silent", {})});
  auto const spoken = turns.take();
  REQUIRE(spoken.size() == 2);
  CHECK(spoken[0].text == "at last, forty-two now nobody heard of two");
  CHECK(told(spoken[0].words) == "1.0/0.9 -/0.9 3.0/0.3 -/0.3 -/- -/- -/- -/-");
  CHECK(spoken[1].words.empty());
}

TEST_CASE("TurnJoiner: white space of all kinds at the ends of pieces is none of the text") {
  TurnJoiner turns;
  turns.add({"A", 1, 2, "\u00A0We\u2003", false, heard_as_one("We", {1, .9})});
  turns.add({"A", 2, 3, "\u00A0.", true, {}});
  turns.add({"A", 2, 3, "\u00A0", false, {}});
  auto const spoken = turns.take();
  CHECK(spoken.at(0).text == "We.");
  CHECK(told(spoken.at(0).words) == "1.0/0.9");
}

}  // namespace quoth::transcripts
