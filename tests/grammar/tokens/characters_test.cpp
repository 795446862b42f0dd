// SPDX-License-Identifier: MIT
#include "grammar/tokens/characters.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace quoth::grammar;

TEST_CASE("kind_of: each character of a class") {
  struct Case {
    CharKind kind;
    std::u32string_view characters;
  };
  for (auto const& [kind, characters] : {
           Case{CharKind::letter, U"az_ªµºéßłźžāſώжأ橋の"},
           Case{CharKind::capital, U"AZÀÞĀŁŻŹŸΑΩАЯЁ"},
           Case{CharKind::digit, U"09"},
           Case{CharKind::space, U" \n\t\u0085\u00A0\u1680\u2000\u200A\u2028\u2029\u202F\u205F\u3000"},
           Case{CharKind::mark, U"\"'`´«»‘’‚‛“”„‟‹›「」『』"},
           Case{CharKind::dash, U"-\u2010\u2013\u2014\u2015"},
           Case{CharKind::ignorable, U"\u00AD\u200B\u200F\u202A\u2060\uFEFF\u0301¹²³⁰⁴⁹"},
           Case{CharKind::punctuation, U".,!?()[]{}§×÷…€→。😀"},
       }) {
    for (auto const character : characters) {
      CAPTURE(static_cast<std::uint32_t>(character));
      CHECK(kind_of(character) == kind);
    }
  }
}

TEST_CASE("kind_of: the table holds what the rule says, and where it ends the rule goes on") {
  for (char32_t character = 0; character < 0x300; ++character) {
    CAPTURE(static_cast<std::uint32_t>(character));
    CHECK(kind_of(character) == slow_kind_of(character));
  }
}
