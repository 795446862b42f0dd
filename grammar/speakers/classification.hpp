// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "grammar/clauses/location.hpp"
#include "grammar/speakers/features.hpp"
#include "grammar/speakers/proposal.hpp"

namespace quoth::grammar {

class ParsedText;
struct MarkedSpan;
struct Token;
using Tokens = std::vector<Token>;

// How one marked span was classified.
struct Classification {
  Location location;
  Proposal speaker;
  std::vector<Proposal> rivals;  // the best candidate of every other mention, the most probable first
  double speech = 0;             // the probability that it is speech
  double confidence = 0;         // the probability that the speaker is right, if it is speech
  bool is_speech = false;
  bool is_headline = false;
  bool is_title = false;  // of a work
  bool is_name = false;   // what somebody or something is called, an inscription, a thought, or a remark in brackets
};

// Is shown each case and its features before the decision; for training.
struct ClassificationObserver {
  std::function<void(ParsedText const&, Location, std::vector<WeighedProposal> const&)> candidates;
  std::function<void(Features const&, Classification const&)> speech;
};

// Classifies all quotations from the first to the last; each decision is a feature of the next. `observer` may be null.
std::vector<Classification> classify(ParsedText const& parsed, Tokens const& tokens,
                                     std::vector<MarkedSpan> const& marked_spans,
                                     ClassificationObserver const* observer = nullptr);

}  // namespace quoth::grammar
