// SPDX-License-Identifier: MIT
#include "tools/reports/patches/word_exchange.hpp"

#include <algorithm>
#include <iterator>

#include "match/words/token.hpp"

namespace quoth::tools {

namespace {

using match::TokenSequence;

// The tokens of a text that lie in a span of its bytes.
struct TokensWithin {
  std::size_t first = 0;
  std::size_t last = 0;  // behind the last one
  std::size_t size() const { return last - first; }
};

TokensWithin tokens_within(TokenSequence const& text, ByteSpan span) {
  auto const& tokens = text.tokens();
  auto const first = std::ranges::find_if(tokens, [&](auto const& token) { return token.first >= span.first; });
  auto const last = std::find_if(first, tokens.end(), [&](auto const& token) { return token.last > span.last; });
  return {static_cast<std::size_t>(first - tokens.begin()), static_cast<std::size_t>(last - tokens.begin())};
}

// One side of an exchange: its text, the words of the edit there, and the span of them, which has whole words.
struct Side {
  TokenSequence const& text;
  std::string_view words;
  ByteSpan& span;
};

// The half of a contraction that lies in the span of a side beyond the words of its edit; none where there is no such.
struct OtherHalf {
  std::size_t token = 0;
  bool is_first = false;
};
std::optional<OtherHalf> other_half(Side const& side) {
  auto const within = tokens_within(side.text, side.span);
  TokenSequence changed;
  changed.append(side.words);
  if (within.size() <= changed.size()) return std::nullopt;
  bool const is_first = changed.empty() || side.text[within.first].id != changed[0].id;
  return OtherHalf{is_first ? within.first : within.last - 1, is_first};
}

// Takes the word beside the span of `other` into it that has the half of a contraction which the edit does not change
// on `side`. False where there is no such word.
bool take_other_half(Side const& side, Side const& other) {
  auto const half = other_half(side);
  if (!half) return true;
  auto const& token = side.text[half->token];
  if (auto const same = other_half(other)) return match::same_word(other.text[same->token], token);
  auto const& tokens = other.text.tokens();
  auto const behind = std::ranges::find_if(tokens, [&](auto const& one) { return one.first >= other.span.last; });
  auto const before = std::find_if(std::make_reverse_iterator(behind), tokens.rend(),
                                   [&](auto const& one) { return one.last <= other.span.first; });
  auto const beside = half->is_first ? (before == tokens.rend() ? tokens.end() : std::prev(before.base())) : behind;
  if (beside == tokens.end() || !match::same_word(*beside, token)) return false;
  auto const was = other.span.first < other.span.last ? other.span : ByteSpan{beside->first, beside->last};
  other.span = {std::min(was.first, beside->first), std::max(was.last, beside->last)};
  return true;
}

bool share_a_word(WordExchange const& one, WordExchange const& next) {
  return next.quote.first < one.quote.last || next.source.first < one.source.last;
}

ByteSpan both(ByteSpan a, ByteSpan b) { return {std::min(a.first, b.first), std::max(a.last, b.last)}; }

}  // namespace

bool is_to_undo(Edit const& edit) { return !edit.allowed && !edit.machine_error && edit.witness.empty(); }

std::optional<std::vector<WordExchange>> exchanges_of(std::vector<Edit> const& edits, std::string_view printed,
                                                      std::string_view spoken) {
  TokenSequence printed_tokens;
  printed_tokens.append(printed);
  TokenSequence spoken_tokens;
  spoken_tokens.append(spoken);
  struct Found {
    WordExchange words;
    bool is_fault = false;
  };
  std::vector<Found> found;
  for (auto const& edit : edits) {
    bool const is_fault = is_to_undo(edit);
    bool const stands = edit.source.empty() || edit.source_span.first < edit.source_span.last;
    if (is_fault && (edit.op == Edit::Op::move || edit.op == Edit::Op::jump || !stands)) return std::nullopt;
    WordExchange words{edit.quote_span, edit.source_span};
    Side const quote{printed_tokens, edit.quote, words.quote};
    Side const source{spoken_tokens, edit.source, words.source};
    if (is_fault && (!take_other_half(source, quote) || !take_other_half(quote, source))) return std::nullopt;
    if (found.empty() || !share_a_word(found.back().words, words)) {
      found.push_back({words, is_fault});
    } else {
      auto& last = found.back();
      last = {{both(last.words.quote, words.quote), both(last.words.source, words.source)}, last.is_fault || is_fault};
    }
  }
  std::vector<WordExchange> exchanges;
  for (auto const& one : found)
    if (one.is_fault) exchanges.push_back(one.words);
  return exchanges;
}

}  // namespace quoth::tools
