// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "grammar/clauses/scene.hpp"
#include "grammar/speakers/proposal.hpp"

namespace quoth::grammar {

// What was decided for one stretch.
struct Judgement {
  Scene::Place place;
  Proposal speaker;
  double speech = 0;      // the probability that it is speech
  double confidence = 0;  // in the speaker of what is speech
  bool is_speech = false;
  bool is_headline = false;
  bool is_title = false;  // of a work
  bool is_name = false;   // what somebody or something is called, or a remark in brackets
};

// Sees each case with its features before it is decided; for training.
struct JudgeObserver {
  std::function<void(Scene const&, Scene::Place, std::vector<WeighedProposal> const&)> candidates;
  std::function<void(Features const&, Judgement const&)> speech;
};

// Decides all quotations of a scene, from the first to the last: each decision is known to the next.
std::vector<Judgement> judge(Scene const& scene, Tokens const& tokens, std::vector<Stretch> const& stretches,
                             JudgeObserver const* observer = nullptr);

}  // namespace quoth::grammar
