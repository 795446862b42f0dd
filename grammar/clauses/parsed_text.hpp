// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "grammar/clauses/location.hpp"
#include "grammar/clauses/phrase.hpp"
#include "grammar/clauses/reporting.hpp"
#include "grammar/clauses/sentence.hpp"
#include "grammar/marks/outer_text.hpp"
#include "grammar/marks/span_features.hpp"

namespace quoth::grammar {

// An outer text, parsed: its phrases, its sentences, and the reporting clauses of each sentence near a quotation. Keeps
// references to both arguments.
class ParsedText {
 public:
  ParsedText(OuterText const& outer, std::vector<SpanFeatures> const& features_of_all);

  // All quotations, in the order of the text.
  std::vector<Location> const& quotations() const { return quotations_; }

  std::pair<ReportingClause const*, ReportingClause const*> clauses(std::uint32_t sentence) const {
    auto const& range = clause_ranges_[sentence];
    return {clauses_.data() + range.first, clauses_.data() + range.second};
  }
  Token const& token(std::uint32_t i) const { return outer_text.tokens[i]; }
  Phrase const& phrase(std::uint32_t i) const { return phrases[i]; }
  Token const& first_token(std::uint32_t phrase_index) const { return outer_text.tokens[phrases[phrase_index].first]; }
  std::uint32_t marked_span(std::uint32_t phrase_index) const {
    return static_cast<std::uint32_t>(first_token(phrase_index).key);
  }
  SpanFeatures const& span_features(std::uint32_t phrase_index) const {
    return features_by_span[marked_span(phrase_index)];
  }
  // Whether the sentence's paragraph reads like a headline or a link to another story: it is not a full sentence, or is
  // Written Like This.
  bool is_headline(std::uint32_t sentence) const;
  // Whether the sentence has a verb in the subjunctive, in which German goes on reporting.
  bool is_reported(std::uint32_t sentence) const;
  // The phrase of the sentence's first subject, a nominal or pronoun; the sentence's `last` if there is none.
  std::uint32_t first_subject(std::uint32_t sentence) const;
  // The sentence that the phrase is in.
  std::uint32_t sentence_of(std::uint32_t phrase) const;
  // The first subject with a verb behind it, not the "Ohio" of "In Harrow, Ohio, Okafor spoke"; else as first_subject.
  std::uint32_t acting_subject(std::uint32_t sentence) const { return acting_subjects_[sentence]; }
  // The end of a nominal with the German genitives behind it: "ein Sprecher der Stadt".
  std::uint32_t with_genitives(std::uint32_t nominal) const;

  OuterText const& outer_text;
  std::vector<SpanFeatures> const& features_by_span;
  Phrases phrases;
  std::vector<Sentence> sentences;

 private:
  void find_all_clauses();
  std::uint32_t subject_from(std::uint32_t sentence, bool with_verb) const;
  bool is_genitive(std::uint32_t phrase) const;
  bool may_be_subject(std::uint32_t phrase) const;
  bool has_verb_behind(std::uint32_t phrase, std::uint32_t last) const;

  std::vector<Location> quotations_;
  std::vector<ReportingClause> clauses_;
  std::vector<std::uint32_t> acting_subjects_;                      // by sentence
  std::vector<std::pair<std::size_t, std::size_t>> clause_ranges_;  // [first, last), by sentence
};

}  // namespace quoth::grammar
