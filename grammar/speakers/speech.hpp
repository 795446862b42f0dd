// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/speakers/proposal.hpp"

namespace quoth::grammar {

// Whether the same words stood between marks earlier in the article.
struct SpeechContext {
  bool repeated = false;        // they stood between marks before
  bool repeats_speech = false;  // and were speech
};

// Features that tell speech from other words between marks.
Features speech_features(ParsedText const& parsed, Location location, Proposal const& speaker,
                         Precedent const& precedent, SpeechContext const& context);

// The probability of speech, by logistic regression.
double speech_probability(Features const& features, Language language);

}  // namespace quoth::grammar
