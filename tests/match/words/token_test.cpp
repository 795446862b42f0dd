// SPDX-License-Identifier: MIT
#include "match/words/token.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "match/words/word_language.hpp"

using namespace quoth;
using namespace quoth::match;

namespace {

// The tokens of a text, parted by bars: the key of a word, the value of a number; "+" before the second half of a
// contraction.
std::string tokens_of(std::string_view text, WordLanguage language = WordLanguage::english) {
  TokenSequence tokens(language);
  tokens.append(text);
  std::ostringstream shown;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0) shown << '|';
    if (tokens.is_second_half(i)) shown << '+';
    if (tokens[i].is(WordToken::number))
      shown << tokens[i].value;
    else
      shown << tokens.key(i);
  }
  return shown.str();
}

bool same_token(std::string_view one, std::string_view other, WordLanguage language = WordLanguage::english) {
  TokenSequence tokens(language);
  tokens.append(one);
  tokens.append(other);
  return tokens.size() == 2 && tokens[0].id == tokens[1].id;
}

bool has_flag(std::string_view text, WordToken::Flag flag) {
  TokenSequence tokens;
  tokens.append(text);
  return tokens[0].is(flag);
}

}  // namespace

TEST_CASE("TokenSequence: a number phrase is one token, with its value") {
  CHECK(tokens_of("We sold twenty-five boats") == "we|sold|25|boats");
  CHECK(tokens_of("nearly 3.5 million of them") == "nearly|3.5e+06|of|them");
  CHECK(tokens_of("over 2/3 of the boats") == "over|0.666667|of|the|boats");
  CHECK(tokens_of("on 2/3/31 they left") == "on|2|3|31|they|left");
  CHECK(tokens_of("a score of 3/2 on points") == "a|score|of|3|2|on|points");
  CHECK(tokens_of("it fell by .75 or $.50") == "it|fell|by|0.75|or|0.5");
  CHECK(tokens_of("minus 4, that is -4 (−4)") == "-4|that|is|-4|-4");
  CHECK(tokens_of("from 3-4 boats") == "from|3|4|boats");
}

TEST_CASE("TokenSequence: amounts of money take their sign and their currency's name in") {
  CHECK(tokens_of("It cost $5 a day") == "it|cost|5|a|day");
  CHECK(tokens_of("It cost five dollars a day") == "it|cost|5|a|day");
  for (auto const& [each_amount, same] :
       {std::pair{"$5", "five dollars"}, {"$5", "5 bucks"}, {"€5", "five euros"}, {"£5", "5 pounds"}}) {
    auto const& amount = each_amount;
    CAPTURE(amount);
    CHECK(same_token(amount, same));
    CHECK(has_flag(amount, WordToken::currency));
  }
  CHECK_FALSE(same_token("$5", "€5"));
  CHECK_FALSE(same_token("¥5", "5"));
  CHECK_FALSE(has_flag("5 boats", WordToken::currency));
}

TEST_CASE("TokenSequence: ordinals and decades are no plain numbers; small ones may be no quantity") {
  CHECK(same_token("third", "3rd"));
  CHECK_FALSE(same_token("third", "three"));
  CHECK_FALSE(same_token("sixties", "sixty"));
  for (auto const* const weak : {"one", "first", "second"}) CHECK(has_flag(weak, WordToken::weak_number));
  for (auto const* const strong : {"two", "1", "third", "2nd"}) CHECK_FALSE(has_flag(strong, WordToken::weak_number));
}

TEST_CASE("TokenSequence: a contraction is two tokens, spelling as spoken the words that are meant") {
  CHECK(tokens_of("They don't mend nets") == "they|do|+not|mend|nets");
  CHECK(tokens_of("We can't, we cannot") == "we|can|+not|we|can|+not");
  CHECK(tokens_of("I'm gonna mend nothin' today") == "i|+am|going|+to|mend|nothing|today");
  CHECK(tokens_of("’Cause the cause is lost") == "because|the|cause|is|lost");
  CHECK(tokens_of("We say ‘never again’ in Berlin") == "we|say|never|again|in|berlin");
}

TEST_CASE("TokenSequence: a word has at most three clitics") {
  CHECK(tokens_of("I shouldn't've waited") == "i|should|+not|+have|waited");
  std::string endless = "a";
  for (int i = 0; i < 200'000; ++i) endless += "'d";
  TokenSequence tokens;
  tokens.append(endless);
  CHECK(tokens.size() == 4);
}

TEST_CASE("TokenSequence: a unit may stand in one word with its figures") {
  CHECK(tokens_of("at 5pm") == "at|5|pm");
  CHECK(tokens_of("at 10:30AM, 5,000km away") == "at|10|30|am|5000|km|away");
  CHECK(tokens_of("a 5k\u00ADm walk, 4x4 and B2B") == "a|5km|walk|4x4|and|b2b");
}

TEST_CASE("TokenSequence: \"No.\" before a figure is a number sign") {
  CHECK(tokens_of("Pier No. 4") == "pier|number|4");
  CHECK(tokens_of("No. 4 boats will do.") == "number|4|boats|will|do");
  CHECK(tokens_of("I said no. We mend nets.") == "i|said|no|we|mend|nets");
  CHECK(tokens_of("no 4") == "no|4");
  CHECK(tokens_of("We are No 1 here") == "we|are|number|1|here");
  CHECK(tokens_of("No 4 boats will do") == "no|4|boats|will|do");
}

TEST_CASE("TokenSequence: a word that the end of a line parts is one") {
  CHECK(tokens_of("the har-\nbour wall") == "the|harbour|wall");
  CHECK(tokens_of("the har\u00AD bour wall") == "the|harbour|wall");
  CHECK(tokens_of("a half-mended net") == "a|half|mended|net");
  CHECK(tokens_of("the non-\nEuropean fleet") == "the|non|european|fleet");
}

TEST_CASE("TokenSequence: German umlauts are the same in either spelling") {
  for (auto const& [each_one, other] :
       {std::pair{"Müller", "Mueller"}, {"Übel", "Uebel"}, {"Ärger", "Aerger"}, {"Öl", "Oel"}}) {
    auto const& one = each_one;
    CAPTURE(one);
    CHECK(same_token(one, other, WordLanguage::german));
    CHECK_FALSE(same_token(one, other));
  }
  CHECK_FALSE(same_token("neue", "neu", WordLanguage::german));
  CHECK_FALSE(same_token("Quelle", "Qulle", WordLanguage::german));
}

TEST_CASE("TokenSequence: what stands before a token, and the words of a stretch") {
  TokenSequence tokens;
  tokens.append("“They don’t mend");
  tokens.append("nets.");
  CHECK(tokens.before(0) == "“");
  CHECK(tokens.before(1) == " ");
  CHECK(tokens.before(2).empty());
  CHECK(tokens.before(4).empty());
  CHECK(tokens.stretch(1, 5) == "don’t mend nets");
  CHECK(tokens.stretch(2, 2).empty());
  CHECK(tokens.wording(2, 4) == "not mend");
}
