// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "grammar/speakers/proposal.hpp"

namespace quoth::grammar {

// What is known of the quotation before when the next one is judged.
struct SpeechContext {
  bool repeated = false;        // the same words stood between marks before
  bool repeats_speech = false;  // and were speech
};

// What speaks for and against the words between the marks being somebody's speech.
Features speech_features(Scene const& scene, Scene::Place place, Proposal const& speaker, Precedent const& precedent,
                         SpeechContext const& context);

// Whether the words look like the title of a work or a programme and nothing introduces them as speech.
bool is_title(Scene const& scene, Scene::Place place);

// Whether the words are said to be what somebody or something is called.
bool is_name(Scene const& scene, Scene::Place place);

// The probability of speech.
double speech_probability(Features const& features);

}  // namespace quoth::grammar
