// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

#include "grammar/marks/marks.hpp"
#include "grammar/tokens/prose_token.hpp"
#include "grammar/tokens/token_parsers.hpp"

namespace quoth::grammar {

// Parser state: the quotations open at the token being read, and those found so far.
struct MarkState {
  Token const* begin = nullptr;
  std::vector<MarkedSpan> found;
  std::vector<int> open;             // indices into `found`, the innermost last
  std::vector<MarkFamily> families;  // of the open ones

  std::size_t depth(MarkFamily family) const { return static_cast<std::size_t>(std::ranges::count(families, family)); }
  bool encloses(MarkFamily family) const { return std::ranges::find(families, family) != families.end(); }
};

inline bool can_open(Token const& token, MarkState const& state) {
  if (!token.is(TokenKind::mark) || !token.opens || state.open.size() >= deepest_nesting) return false;
  // A mark with space on both sides opens only where a later mark is surer to close.
  if (token.weak && !token.surer_ahead) return false;
  auto const depth = state.depth(token.family);
  // Inside a quotation of the same family, a mark opens only if enough marks follow to close both.
  if (depth > 0) return !token.closes && token.closers_ahead > depth;
  // A single mark without a closing one is an apostrophe.
  return token.family != MarkFamily::single_mark || token.closers_ahead > 0 || token.carried;
}

inline bool can_close(Token const& token, MarkState const& state) {
  if (!token.is(TokenKind::mark) || !token.closes || !state.encloses(token.family)) return false;
  return !(token.weak && !token.opens && token.surer_ahead);
}

constexpr auto opening_mark = element_if<MarkState>(can_open);
constexpr auto ends_enclosing = element_if<MarkState>(can_close);
constexpr auto closing_mark = element_if<MarkState>([](Token const& token, MarkState const& state) {
  return can_close(token, state) && state.families.back() == token.family;
});
// An opening mark where only a closing one can stand: the quotation before it was never closed.
constexpr auto stray_opening_mark = element_if<MarkState>([](Token const& token, MarkState const& state) {
  return token.is(TokenKind::mark) && token.opens && !token.closes && token.family == state.families.back() &&
         !can_open(token, state) && state.open.size() < deepest_nesting;
});
constexpr auto paragraph_end = of_kind(TokenKind::paragraph_end);
constexpr auto any_token = element_if([](Token const&) { return true; });

constexpr auto on_open = [](auto& context) {
  auto& state = x3::get<MarkState>(context).get();
  auto const* token = &*x3::_where(context).begin();
  MarkedSpan marked_span;
  marked_span.open = static_cast<std::uint32_t>(token - state.begin) - 1;
  marked_span.parent = state.open.empty() ? -1 : state.open.back();
  state.open.push_back(static_cast<int>(state.found.size()));
  state.families.push_back(state.begin[marked_span.open].family);
  state.found.push_back(marked_span);
};

inline void end_marked_span(MarkState& state, std::uint32_t token, bool closed) {
  auto& marked_span = state.found[static_cast<std::size_t>(state.open.back())];
  marked_span.close = token;
  marked_span.closed = closed;
  state.open.pop_back();
  state.families.pop_back();
}

constexpr auto on_close = [](auto& context) {
  auto& state = x3::get<MarkState>(context).get();
  end_marked_span(state, static_cast<std::uint32_t>(&*x3::_where(context).begin() - state.begin) - 1, true);
};
constexpr auto on_missing_close = [](auto& context) {
  auto& state = x3::get<MarkState>(context).get();
  end_marked_span(state, static_cast<std::uint32_t>(&*x3::_where(context).begin() - state.begin), false);
};

struct QuotationRule;
constexpr x3::rule<QuotationRule> quotation = "quotation";

constexpr auto quoted_text = *(!ends_enclosing >> !stray_opening_mark >> !paragraph_end >> (quotation | any_token));

constexpr auto quotation_def = opening_mark[on_open] >> quoted_text >>
                               (closing_mark[on_close] | x3::eps[on_missing_close]);

BOOST_SPIRIT_DEFINE(quotation)

constexpr auto paragraph = *(quotation | (any_token - paragraph_end)) >> paragraph_end;
constexpr auto article = *paragraph;

}  // namespace quoth::grammar
