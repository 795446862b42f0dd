// SPDX-License-Identifier: MIT
#include "match/frames/article_frame.hpp"

#include <algorithm>

#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/word_language.hpp"

namespace quoth::match {

namespace {

constexpr std::string_view sentence_ends = ".!?\n";
// Behind a semicolon a main clause begins, which a negation before it does not deny.
constexpr std::string_view clause_ends = ".!?;\n";

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

// Whether the last verb of holding says that its subject does not hold what follows: "declined to", "rejected the claim
// that"; not "rejected the appeal and said that".
bool is_refused(TokenSequence const& before) {
  auto const& lexicon = FrameLexicon::instance();
  for (auto i = before.size(); i-- > 0;) {
    if (lexicon.starting_at("refusing", before, i, before.size()) > 0) return true;
    if (lexicon.holds("tells", before, i) || lexicon.holds("holding", before, i) || lexicon.holds("joining", before, i))
      return false;
  }
  return false;
}

// Whether somebody is said to tell what another one told: "Marsh said that the engineers had told him that “…”", and
// behind the quotation "Marsh said".
bool is_passed_on(TokenSequence const& before, TokenSequence const& behind) {
  auto const& lexicon = FrameLexicon::instance();
  auto last = before.size();
  while (last > 0 && !lexicon.holds("tells", before, last - 1)) --last;
  if (last-- == 0) return false;
  auto subject = last;
  while (subject > 0 && lexicon.holds("between", before, subject - 1)) --subject;
  if (subject == 0 || lexicon.holds("own", before, subject - 1) || lexicon.holds("same", before, subject - 1))
    return false;
  for (std::size_t i = 0; i < subject; ++i)
    if (lexicon.holds("tells", before, i)) return true;
  return has_phrase(behind, "tells");
}

bool limits(TokenSequence const& tokens) {
  return has_family(tokens, EditClass::condition) || has_phrase(tokens, "condition behind") ||
         has_phrase(tokens, "limit behind");
}

}  // namespace

ArticleFrame article_frame(std::string_view before, std::string_view behind, WordLanguage language) {
  auto const end = before.find_last_of(clause_ends);
  TokenSequence earlier(language);
  earlier.append(end == before.npos ? before : before.substr(end + 1));
  TokenSequence later(language);
  later.append(behind.substr(0, behind.find_first_of(sentence_ends)));
  ArticleFrame frame;
  frame.denies =
      has_family(earlier, EditClass::negation) || has_family(earlier, EditClass::condition) || is_refused(earlier);
  // In German “not” may be the last word: „…“ wolle er nicht.
  if (language == WordLanguage::german) frame.denies = frame.denies || has_family(later, EditClass::negation);
  frame.limits = limits(earlier) || limits(later);
  frame.asks = has_phrase(earlier, "asked") || has_phrase(later, "asked");
  frame.reports = is_passed_on(earlier, later);
  return frame;
}

}  // namespace quoth::match
