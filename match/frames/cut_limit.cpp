// SPDX-License-Identifier: MIT
#include "match/frames/cut_limit.hpp"

#include <algorithm>

#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// Whether [first, last) is a phrase of quantity ("a few", "only"). Longer ones count only before a number or with "of",
// unlike "at least, we won".
bool limits(TokenSequence const& source, std::size_t first, std::size_t last) {
  if (last - first > 1 && source.key(last - 1) != "of" && !source[last].is(WordToken::number)) return false;
  auto const meanings = meanings_in(source, first, first + 1);
  return std::ranges::any_of(meanings, [&](MeaningAt const& found) {
    return found.last == last && found.meaning.matters_alone && found.meaning.family == EditClass::quantity;
  });
}

}  // namespace

std::optional<TokenRange> cut_limit(TokenSequence const& source, std::size_t at, std::string_view printed) {
  constexpr std::size_t longest_limit = 4;  // words
  if (at == 0 || source[at - 1].part != source[at].part || source.before(at) != " ") return std::nullopt;
  auto const is_article = source.key(at - 1) == "a" && (printed == "few" || printed == "little");
  auto from = at - 1;
  auto const earliest = sentence_begin(source, at, longest_limit);
  while (!is_article && from > earliest && !limits(source, from, at)) --from;
  return is_article || limits(source, from, at) ? std::optional(TokenRange{from, at}) : std::nullopt;
}

}  // namespace quoth::match
