// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/tokens/article_language.hpp"

namespace quoth::grammar {

struct Phrase;
struct SpanFeatures;
struct Token;
using Phrases = std::vector<Phrase>;
using Tokens = std::vector<Token>;

// Phrases [first, last) of an outer text.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;
};

// Splits phrases into sentences. A quotation that ends like a sentence ends the sentence around it, unless a tag
// follows: “Why?” Okafor asked. A paragraph break after a comma or before a quotation that a colon announces does not
// end the sentence.
std::vector<Sentence> sentences_of(Tokens const& tokens, Phrases const& phrases,
                                   std::vector<SpanFeatures> const& features_by_span,
                                   Language language = Language::english);

}  // namespace quoth::grammar
