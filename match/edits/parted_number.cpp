// SPDX-License-Identifier: MIT
#include "match/edits/parted_number.hpp"

#include <string>

namespace quoth::match {

namespace {

// In words: longer ranges are not one number with words put in.
constexpr std::size_t longest_parted = 8;

bool holds_number(TokenSequence const& tokens, TokenRange range) {
  for (auto i = range.first; i < range.last; ++i) {
    if (tokens[i].is(WordToken::number)) return true;
  }
  return false;
}

// The words within `parted` without which it is the number `whole`.
std::optional<TokenRange> words_between(TokenSequence const& tokens, TokenRange parted, WordToken const& whole) {
  if (!whole.is(WordToken::number) || parted.size() < 2 || parted.size() > longest_parted) return std::nullopt;
  for (auto first = parted.first + 1; first < parted.last; ++first) {
    for (auto last = first + 1; last < parted.last && !holds_number(tokens, {first, last}); ++last) {
      auto const rest = tokens.stretch(parted.first, first) + " " + tokens.stretch(last, parted.last);
      TokenSequence number;
      number.append(rest);
      if (number.size() == 1 && number[0].is(WordToken::number) && number[0].value == whole.value)
        return TokenRange{first, last};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Difference> word_in_number(TokenSequence const& quote, TokenSequence const& source,
                                         Difference const& difference) {
  auto found = difference;
  if (difference.source.size() == 1) {
    auto const added = words_between(quote, difference.quote, source[difference.source.first]);
    if (!added) return std::nullopt;
    found.quote = *added;
    found.source = {difference.source.last, difference.source.last};
    return found;
  }
  if (difference.quote.size() != 1) return std::nullopt;
  auto const left_out = words_between(source, difference.source, quote[difference.quote.first]);
  if (!left_out) return std::nullopt;
  found.quote = {difference.quote.last, difference.quote.last};
  found.source = *left_out;
  return found;
}

}  // namespace quoth::match
