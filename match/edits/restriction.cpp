// SPDX-License-Identifier: MIT
#include "match/edits/restriction.hpp"

#include "match/words/frame_lexicon.hpp"

namespace quoth::match {

bool restricts(TokenSequence const& tokens, std::size_t first, std::size_t last) {
  auto const& lexicon = FrameLexicon::instance();
  if (lexicon.starting_at("restriction", tokens, first, last) > 0) return true;
  auto const before = tokens.before(first);
  if (before != " " && before != ", ") return false;
  if (tokens.key(first) == "only") return true;
  if (!lexicon.holds("before a share", tokens, first)) return false;
  auto const n = lexicon.starting_at("share", tokens, first + 1, last);
  auto const noun = first + 1 + n;
  return n > 0 && noun < last && !lexicon.holds("no share", tokens, noun);
}

}  // namespace quoth::match
