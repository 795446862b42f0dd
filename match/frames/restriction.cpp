// SPDX-License-Identifier: MIT
#include "match/frames/restriction.hpp"

#include <algorithm>

#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// Whether a preposition at `first` is followed by a phrase of the list and a noun that is shared: "for some
// applicants".
bool names_share(std::string_view list, TokenSequence const& tokens, std::size_t first, std::size_t last) {
  auto const& lexicon = FrameLexicon::instance();
  if (!lexicon.holds("before a share", tokens, first)) return false;
  auto const n = lexicon.starting_at(list, tokens, first + 1, last);
  auto const noun = first + 1 + n;
  return n > 0 && noun < last && !lexicon.holds("no share", tokens, noun);
}

// Whether the sentence forbids or allows something up to the token, so that a measure behind it is its limit: "no
// council shall close a road | for more than thirty days".
bool is_ruling_before(TokenSequence const& tokens, std::size_t end) {
  auto first = end;
  while (first > 0 && !begins_sentence(tokens, first)) --first;
  for (auto i = first; i < end; ++i)
    if (FrameLexicon::instance().holds("ruling", tokens, i)) return true;
  return std::ranges::any_of(meanings_in(tokens, first, end),
                             [](MeaningAt const& found) { return found.meaning.family == EditClass::negation; });
}

}  // namespace

bool restricts(TokenSequence const& tokens, std::size_t first, std::size_t last) {
  auto const& lexicon = FrameLexicon::instance();
  if (lexicon.starting_at("restriction", tokens, first, last) > 0) return true;
  auto const before = tokens.before(first);
  if (before != " " && before != ", ") return false;
  return tokens.key(first) == "only" || lexicon.starting_at("hidden restriction", tokens, first, last) > 0 ||
         names_share("share", tokens, first, last) ||
         (lexicon.starting_at("measured limit", tokens, first, last) > 0 && is_ruling_before(tokens, first));
}

bool restricts_clause(TokenSequence const& tokens, std::size_t first, std::size_t last) {
  auto const& lexicon = FrameLexicon::instance();
  if (first == 0 || is_function_word(tokens.key(first - 1)) || lexicon.holds("auxiliary", tokens, first - 1))
    return false;
  if (lexicon.starting_at("restriction", tokens, first, last) > 0) return true;
  auto const key = tokens.key(first);
  auto const next = first + 1;
  if (key == "only") return next < last && tokens.key(next) != "to" && lexicon.holds("before a share", tokens, next);
  return (key == "for" || key == "in") && names_share("certain share", tokens, first, last);
}

}  // namespace quoth::match
