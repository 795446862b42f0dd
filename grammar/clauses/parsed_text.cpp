// SPDX-License-Identifier: MIT
#include "grammar/clauses/parsed_text.hpp"

#include <algorithm>

#include "grammar/clauses/clauses_tuning.hpp"

namespace quoth::grammar {

using Tuned = SentenceTuning;

ParsedText::ParsedText(OuterText const& outer, std::vector<SpanFeatures> const& features_of_all)
    : outer_text(outer),
      features_by_span(features_of_all),
      phrases(phrases_of(outer.tokens)),
      sentences(sentences_of(outer.tokens, phrases, features_of_all)) {
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    for (auto i = sentences[s].first; i < sentences[s].last; ++i) {
      if (phrases[i].is(PhraseKind::quotation)) quotations_.push_back({i, s});
    }
  }
  find_all_clauses();
  if (quotations_.empty()) return;
  acting_subjects_.reserve(sentences.size());
  for (std::uint32_t s = 0; s < sentences.size(); ++s) acting_subjects_.push_back(subject_from(s, true));
}

// Parses only sentences near a quotation: its own, the two before and the one after.
void ParsedText::find_all_clauses() {
  clause_ranges_.assign(sentences.size(), {0, 0});
  std::vector<bool> wanted(sentences.size(), false);
  for (auto const& location : quotations_) {
    auto const from = location.sentence > 2 ? location.sentence - 2 : 0;
    for (auto s = from; s < std::min<std::size_t>(location.sentence + 2, sentences.size()); ++s) wanted[s] = true;
  }
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    auto const first = clauses_.size();
    if (wanted[s])
      find_reporting_clauses(outer_text.tokens, phrases, features_by_span, sentences[s].first, sentences[s].last,
                             clauses_);
    clause_ranges_[s] = {first, clauses_.size()};
  }
}

std::uint32_t ParsedText::first_subject(std::uint32_t sentence) const { return subject_from(sentence, false); }

std::uint32_t ParsedText::subject_from(std::uint32_t sentence, bool with_verb) const {
  auto const& range = sentences[sentence];
  bool after_preposition = false;
  auto first = range.last;
  for (auto i = range.first; i < range.last; ++i) {
    if (phrases[i].can_speak() && !after_preposition) {
      if (!with_verb || has_verb_behind(i, range.last)) return i;
      first = std::min(first, i);
    }
    if (phrases[i].is(PhraseKind::quotation) && first != range.last) break;
    after_preposition = (phrases[i].is(PhraseKind::preposition) && !first_token(i).has(WordClass::subordinator)) ||
                        phrases[i].is(PhraseKind::according) ||
                        (phrases[i].is(PhraseKind::cue) && phrases[i].form != CueForm::finite);
  }
  return first;
}

// Whether a verb follows the phrase, behind adverbs, brackets or an apposition between commas at most: "Tamm, the
// mayor, said". Not "in Harrow, Ohio, Tamm said".
bool ParsedText::has_verb_behind(std::uint32_t phrase, std::uint32_t last) const {
  auto const is_verb = [&](std::uint32_t i) {
    while (i < last && phrases[i].is(PhraseKind::adverb)) ++i;
    return i < last && (phrases[i].is(PhraseKind::verb) || phrases[i].is(PhraseKind::cue));
  };
  if (is_verb(phrase + 1)) return true;
  for (auto i = phrase + 1; i < std::min(last, phrase + Tuned::longest_apposition); ++i) {
    if (phrases[i].is(PhraseKind::quotation) || phrases[i].is(PhraseKind::verb) || phrases[i].is(PhraseKind::cue))
      return false;
    if (i > phrase + 1 && (phrases[i].is(PhraseKind::comma) || phrases[i].is(PhraseKind::close_bracket)) &&
        is_verb(i + 1))
      return phrases[phrase + 1].is(PhraseKind::comma) || phrases[phrase + 1].is(PhraseKind::open_bracket);
  }
  return false;
}

bool ParsedText::is_headline(std::uint32_t sentence) const {
  auto const& range = sentences[sentence];
  auto const last = range.last - 1;
  if (!phrases[last].is(PhraseKind::paragraph_end)) return first_token(range.first).title_case;
  bool const starts_paragraph = range.first == 0 || phrases[range.first - 1].is(PhraseKind::paragraph_end);
  if (first_token(last).title_case || (range.first < last && first_token(range.first).title_case)) return true;
  if (!starts_paragraph || range.last - range.first < Tuned::shortest_headline ||
      range.last - range.first > Tuned::longest_headline)
    return false;
  auto const& end = phrases[last - 1];
  if (end.is(PhraseKind::quotation)) return span_features(last - 1).ending == Ending::none;
  return end.can_speak() || end.is(PhraseKind::adverb) || end.is(PhraseKind::verb);
}

}  // namespace quoth::grammar
