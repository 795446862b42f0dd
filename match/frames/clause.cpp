// SPDX-License-Identifier: MIT
#include "match/frames/clause.hpp"

#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

Embedding made_frame(EditClass kind, TokenSequence const& tokens, std::size_t first, std::size_t last) {
  Embedding found;
  found.kind = kind;
  found.words = tokens.stretch(first, last);
  return found;
}

std::string_view text_behind(TokenSequence const& tokens, std::size_t last) {
  auto const& token = tokens[last - 1];
  auto const text = tokens.text(token.part);
  if (last < tokens.size() && tokens[last].part == token.part)
    return text.substr(token.last, tokens[last].first - token.last);
  return text.substr(token.last);
}

bool claims(TokenSequence const& tokens, TokenRange used, PrintedForm printed) {
  if (used.size() < shortest_clause || printed.asks) return false;
  auto const first = used.first;
  return printed.opens_sentence || is_pronoun(tokens.key(first)) || is_capital(tokens.surface(first)) ||
         tokens[first].is(WordToken::number) || FrameLexicon::instance().holds("determiner", tokens, first);
}

}  // namespace quoth::match
