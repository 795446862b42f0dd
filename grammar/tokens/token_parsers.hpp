// SPDX-License-Identifier: MIT
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <type_traits>

#include "grammar/tokens/prose_token.hpp"
#include "grammar/tokens/word_key.hpp"

namespace quoth::grammar {

namespace x3 = boost::spirit::x3;

// Terminal of all grammars over tokens and over phrases: one element that meets a condition. With a State, the
// condition is asked of the element and of the parser state that x3::with<State> gives.
template <class State, class Condition>
struct ElementIf : x3::parser<ElementIf<State, Condition>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  constexpr explicit ElementIf(Condition given) : condition(given) {}

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RContext&, Attribute&) const {
    if (first == last || !holds(*first, context)) return false;
    ++first;
    return true;
  }

  template <class Element, class Context>
  bool holds(Element const& element, [[maybe_unused]] Context const& context) const {
    if constexpr (std::is_void_v<State>)
      return condition(element);
    else
      return condition(element, static_cast<State const&>(x3::get<State>(context)));
  }

  Condition condition;
};

template <class State = void, class Condition>
constexpr auto element_if(Condition condition) {
  return ElementIf<State, Condition>(condition);
}

constexpr auto of_kind(TokenKind kind) {
  return element_if([kind](Token const& token) { return token.kind == kind; });
}

// A token of any of the classes.
constexpr auto word_of(Classes classes) {
  return element_if([classes](Token const& token) { return token.any(classes); });
}

constexpr auto the_word(std::string_view lower_case) {
  return element_if([key = key_of(lower_case)](Token const& token) { return token.is_word() && token.key == key; });
}

}  // namespace quoth::grammar
