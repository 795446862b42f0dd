// SPDX-License-Identifier: MIT
#include "grammar/marks/marks.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "grammar/marks/marks_def.hpp"

namespace quoth::grammar {

namespace {

// What lies between a mark and the end of its paragraph, for one family of marks.
struct Ahead {
  std::uint8_t closers = 0;  // largest excess of closing over opening marks, up to any later point
  bool surer = false;

  void pass(Token const& token) {
    auto constexpr most = std::numeric_limits<std::uint8_t>::max();
    if (token.closes && !token.opens) {
      closers = closers < most ? static_cast<std::uint8_t>(closers + 1) : most;
      surer = surer || !token.weak;
    } else if (token.opens && !token.closes) {
      closers = closers > 0 ? static_cast<std::uint8_t>(closers - 1) : std::uint8_t{0};
      surer = false;
    } else {
      closers = std::max(closers, std::uint8_t{1});
      surer = surer || token.weak;
    }
  }
};

bool starts_with_mark(Tokens const& tokens, std::size_t index, MarkFamily family) {
  return index < tokens.size() && tokens[index].is(TokenKind::mark) && tokens[index].family == family &&
         tokens[index].opens;
}

// Whether speech may start here: at the start of a paragraph, or after a comma, a colon or a sentence.
bool may_start_speech(Tokens const& tokens, std::size_t index) {
  if (index == 0) return true;
  auto const& before = tokens[index - 1];
  return before.ends_sentence() || before.is(TokenKind::comma) || before.is(TokenKind::colon);
}

// Whether a guillemet is an arrow, which nothing closes and space follows: "« Back to the front page".
bool is_arrow(Tokens const& tokens, std::size_t index) {
  auto const& token = tokens[index];
  bool const guillemet = token.family == MarkFamily::guillemet || token.family == MarkFamily::single_guillemet;
  return guillemet && token.closers_ahead == 0 && !token.carried && tokens[index + 1].spaced;
}

// Runs from the last token to the first, so that each mark learns what follows it.
void look_ahead(Tokens& tokens) {
  std::array<Ahead, 8> ahead{};
  auto next_paragraph = tokens.size();
  for (auto i = tokens.size(); i-- > 0;) {
    auto& token = tokens[i];
    if (token.is(TokenKind::paragraph_end)) {
      ahead = {};
      next_paragraph = i + 1;
    } else if (token.is(TokenKind::mark)) {
      auto& family = ahead.at(static_cast<std::size_t>(token.family));
      token.closers_ahead = family.closers;
      token.surer_ahead = family.surer;
      if (token.family != MarkFamily::block)
        token.carried = may_start_speech(tokens, i) && starts_with_mark(tokens, next_paragraph, token.family);
      if (is_arrow(tokens, i)) token.opens = false;
      family.pass(token);
    }
  }
}

// Marks the spans that the next paragraph continues: of a block quotation, or unclosed at a paragraph's end where the
// next one starts with the same mark.
void carry_on(Tokens const& tokens, std::vector<MarkedSpan>& marked_spans) {
  for (auto& marked_span : marked_spans) {
    marked_span.block = tokens[marked_span.open].family == MarkFamily::block;
    marked_span.carried_on = marked_span.block && marked_span.closed && tokens[marked_span.close].carried;
    if (marked_span.closed || marked_span.parent >= 0 || !tokens[marked_span.close].is(TokenKind::paragraph_end))
      continue;
    marked_span.carried_on = starts_with_mark(tokens, marked_span.close + 1, tokens[marked_span.open].family);
  }
}

// British newspapers put the comma of the tag after the closing mark.
void find_outer_commas(Tokens const& tokens, std::vector<MarkedSpan>& marked_spans) {
  for (auto& marked_span : marked_spans) {
    if (!marked_span.closed || marked_span.close + 1 >= tokens.size()) continue;
    auto const& next = tokens[marked_span.close + 1];
    auto const& last = tokens[marked_span.close - 1];
    marked_span.comma_outside = next.is(TokenKind::comma) && next.first == tokens[marked_span.close].last &&
                                (last.is_word() || last.is(TokenKind::number));
  }
}

}  // namespace

std::vector<MarkedSpan> pair_marks(Tokens& tokens) {
  look_ahead(tokens);
  MarkState state;
  state.begin = tokens.data();
  Token const* first = tokens.data();
  Token const* const last = first + tokens.size();
  x3::parse(first, last, x3::with<MarkState>(std::ref(state))[article]);
  carry_on(tokens, state.found);
  find_outer_commas(tokens, state.found);
  return std::move(state.found);
}

}  // namespace quoth::grammar
