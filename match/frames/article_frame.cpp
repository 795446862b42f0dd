// SPDX-License-Identifier: MIT
#include "match/frames/article_frame.hpp"

#include <algorithm>

#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/word_language.hpp"

namespace quoth::match {

namespace {

constexpr std::string_view sentence_ends = ".!?\n";

bool has_family(TokenSequence const& tokens, EditClass family) {
  return std::ranges::any_of(meanings_in(tokens, 0, tokens.size()),
                             [&](MeaningAt const& found) { return found.meaning.family == family; });
}

bool has_phrase(TokenSequence const& tokens, std::string_view list) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (FrameLexicon::instance().starting_at(list, tokens, i, tokens.size()) > 0) return true;
  }
  return false;
}

bool limits(TokenSequence const& tokens) {
  return has_family(tokens, EditClass::condition) || has_phrase(tokens, "condition behind") ||
         has_phrase(tokens, "limit behind");
}

}  // namespace

ArticleFrame article_frame(std::string_view before, std::string_view behind, WordLanguage language) {
  auto const end = before.find_last_of(sentence_ends);
  TokenSequence earlier(language);
  earlier.append(end == before.npos ? before : before.substr(end + 1));
  TokenSequence later(language);
  later.append(behind.substr(0, behind.find_first_of(sentence_ends)));
  ArticleFrame frame;
  frame.denies = has_family(earlier, EditClass::negation) || has_family(earlier, EditClass::condition);
  // In German “not” may be the last word: „…“ wolle er nicht.
  if (language == WordLanguage::german) frame.denies = frame.denies || has_family(later, EditClass::negation);
  frame.limits = limits(earlier) || limits(later);
  frame.asks = has_phrase(earlier, "asked") || has_phrase(later, "asked");
  return frame;
}

}  // namespace quoth::match
