// SPDX-License-Identifier: MIT
#include "match/edits/repeated_words.hpp"

namespace quoth::match {

bool is_doubled(TokenSequence const& quote, Difference const& difference) {
  constexpr std::size_t most_doubled = 2;  // words
  auto const printed = difference.quote;
  if (!difference.source.empty() || printed.size() > most_doubled) return false;
  auto const same = [&](std::size_t other) {
    for (std::size_t k = 0; k < printed.size(); ++k) {
      if (quote[printed.first + k].id != quote[other + k].id || quote[other + k].is(WordToken::number)) return false;
    }
    return true;
  };
  return (printed.first >= printed.size() && same(printed.first - printed.size())) ||
         (printed.last + printed.size() <= quote.size() && same(printed.last));
}

bool prints_again(TokenSequence const& quote, Difference const& jump) {
  auto const words = jump.source.size();
  auto const first = jump.quote.first;
  if (jump.kind != Difference::Kind::backward || first < words || first + words > quote.size()) return false;
  for (auto i = first; i < first + words; ++i) {
    if (quote[i].id != quote[i - words].id) return false;
  }
  return true;
}

}  // namespace quoth::match
