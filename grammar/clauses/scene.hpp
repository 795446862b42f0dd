// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "grammar/clauses/phrase.hpp"
#include "grammar/clauses/reporting.hpp"
#include "grammar/clauses/sentence.hpp"
#include "grammar/marks/narrative.hpp"
#include "grammar/marks/shape.hpp"

namespace quoth::grammar {

// An outer text, parsed: its phrases, its sentences, and the reporting clauses of each sentence near a quotation. Keeps
// references to both arguments.
class Scene {
 public:
  Scene(Narrative const& told, std::vector<Shape> const& shapes_of_stretches);

  // The position of a quotation: the indices of its phrase and of its sentence.
  struct Place {
    std::uint32_t phrase = 0;
    std::uint32_t sentence = 0;
  };
  // All quotations, in the order of the text.
  std::vector<Place> const& quotations() const { return quotations_; }

  std::pair<Report const*, Report const*> reports(std::uint32_t sentence) const {
    auto const& range = report_ranges_[sentence];
    return {reports_.data() + range.first, reports_.data() + range.second};
  }
  Token const& token(std::uint32_t i) const { return narrative.tokens[i]; }
  Phrase const& phrase(std::uint32_t i) const { return phrases[i]; }
  Token const& first_token(std::uint32_t phrase_index) const { return narrative.tokens[phrases[phrase_index].first]; }
  std::uint32_t stretch(std::uint32_t phrase_index) const {
    return static_cast<std::uint32_t>(first_token(phrase_index).key);
  }
  Shape const& shape(std::uint32_t phrase_index) const { return shapes[stretch(phrase_index)]; }
  // Whether the sentence's paragraph reads like a headline or a link to another story: it is not a full sentence, or is
  // Written Like This.
  bool is_headline(std::uint32_t sentence) const;
  // The phrase of the sentence's first subject, a nominal or pronoun; the sentence's `last` if there is none.
  std::uint32_t first_subject(std::uint32_t sentence) const;

  Narrative const& narrative;
  std::vector<Shape> const& shapes;
  Phrases phrases;
  std::vector<Sentence> sentences;

 private:
  void find_all_reports();

  std::vector<Place> quotations_;
  std::vector<Report> reports_;
  std::vector<std::pair<std::size_t, std::size_t>> report_ranges_;  // [first, last), by sentence
};

}  // namespace quoth::grammar
