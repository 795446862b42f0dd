// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

enum class PhraseKind : std::uint8_t {
  quotation,
  nominal,    // "the mayor of the town", "Ms. Okafor": determiner, modifiers, noun
  pronoun,    // a personal one, as a subject
  relative,   // "who"
  cue,        // a reporting verb with its auxiliaries: "has also said"
  according,  // "according to"
  verb,       // any other verb with its auxiliaries
  preposition,
  conjunction,  // also subordinators
  that,
  adverb,
  comma,
  colon,
  semicolon,
  dash,
  open_bracket,
  close_bracket,
  sentence_end,
  paragraph_end,
  other
};

enum class CueForm : std::uint8_t { finite, gerund, infinitive, passive, modal };
constexpr std::uint32_t cue_forms = 5;

// Tokens [first, last) of an outer text.
struct Phrase {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  PhraseKind kind = PhraseKind::other;
  CueForm form = CueForm::finite;  // of a cue

  bool is(PhraseKind one) const { return kind == one; }
  bool can_speak() const { return kind == PhraseKind::nominal || kind == PhraseKind::pronoun; }
};

using Phrases = std::vector<Phrase>;

// Shallow parsing (chunking): cuts the tokens of an outer text into phrases. Every token is in exactly one phrase.
Phrases phrases_of(Tokens const& outer_text, Language language = Language::english);

}  // namespace quoth::grammar
