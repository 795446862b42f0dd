// SPDX-License-Identifier: MIT
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "grammar/tokens/prose_token.hpp"
#include "grammar/tokens/word_key.hpp"

namespace quoth::grammar {

namespace x3 = boost::spirit::x3;

// Terminal of the grammars over tokens and over phrases: one element that meets a condition.
template <class Condition>
struct OneIf : x3::parser<OneIf<Condition>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  constexpr explicit OneIf(Condition holds) : condition(holds) {}

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const&, RContext&, Attribute&) const {
    if (first == last || !condition(*first)) return false;
    ++first;
    return true;
  }

  Condition condition;
};

template <class Condition>
constexpr auto token_if(Condition condition) {
  return OneIf<Condition>(condition);
}

constexpr auto of_kind(TokenKind kind) {
  return token_if([kind](Token const& token) { return token.kind == kind; });
}

// A token of any of the classes.
constexpr auto word_of(Classes classes) {
  return token_if([classes](Token const& token) { return token.any(classes); });
}

constexpr auto the_word(std::string_view lower_case) {
  return token_if([key = key_of(lower_case)](Token const& token) { return token.is_word() && token.key == key; });
}

}  // namespace quoth::grammar
