// SPDX-License-Identifier: MIT
#include "match/edits/typesetting.hpp"

#include <doctest/doctest.h>

#include <string>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

struct Pair {
  std::string printed;
  std::string spoken;
  std::size_t differences;
};

}  // namespace

TEST_CASE("typesetting_differences: capitals, marks between words, and whether a sentence ends") {
  for (auto const& [each_printed, each_spoken, differences] : {
           Pair{"The lamp is lit.", "The lamp is lit.", 0},
           Pair{"the lamp is lit.", "The lamp is lit.", 1},          // a capital
           Pair{"The lamp, is lit.", "The lamp is lit.", 1},         // a mark
           Pair{"The lamp — is lit.", "The lamp - is lit.", 0},      // one dash is as good as another
           Pair{"The lamp is lit!", "The lamp is lit?", 0},          // both end a sentence
           Pair{"The lamp is lit,", "The lamp is lit.", 0},          // a comma before the tag stands for the full stop
           Pair{"The lamp is lit", "The lamp is lit.", 0},           // so does nothing
           Pair{"The lamp is lit.", "The lamp is lit, and so.", 1},  // the speaker goes on
           Pair{"The lamp is lit.", "The lamp is lit and so.", 1},   //
           Pair{"The lamp is lit; and", "The lamp is lit, and", 1},  //
           Pair{"The lamp is lit.", "The lamp is lit. It is ours.", 0},
       }) {
    auto const& printed = each_printed;
    auto const& spoken = each_spoken;
    CAPTURE(printed);
    CAPTURE(spoken);
    QuotedWords const quotation({printed});
    auto const candidate = one_turn(spoken);
    Passage const passage(candidate);
    CHECK(typesetting_differences(quotation, passage, align(quotation, passage, {})) == differences);
  }
}
