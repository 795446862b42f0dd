// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "grammar/clauses/location.hpp"
#include "grammar/clauses/reporting.hpp"
#include "grammar/speakers/features.hpp"
#include "grammar/speakers/mention.hpp"
#include "grammar/tokens/word_key.hpp"
#include "quoth/document.hpp"

namespace quoth::grammar {

// A candidate: one answer to "who said it?". The numbers are the phrases of the mention and of the cue.
struct Proposal {
  ReportingRule rule = ReportingRule::continued;
  std::uint32_t mention = no_phrase;
  std::uint32_t mention_last = no_phrase;
  std::uint32_t cue = no_phrase;
  double probability = 0;
};

// A candidate with its features.
struct WeighedProposal {
  Proposal proposal;
  Features features;
};

// The decision on the previous quotation.
struct Precedent {
  Proposal proposal;
  std::uint32_t quotation = no_phrase;
  std::uint32_t sentence = 0;
  bool is_speech = false;
};

// How often each head word of a mention has named the speaker so far, by its key.
using SpeakerHistory = std::unordered_map<WordKey, std::uint32_t>;

// Candidate generation: all candidates for the quotation at that place.
std::vector<WeighedProposal> proposals_for(ParsedText const& parsed, Location location, Precedent const& precedent,
                                           SpeakerHistory const& history);

// Whether a line such as "And from Chairwoman Okafor:" is all that is before the quotation, in its paragraph or the one
// before.
bool is_line_before(ParsedText const& parsed, Location location, Proposal const& proposal);
// Whether the quotation is a paragraph with nothing but a signature after it, or has a citation after it.
bool is_signed(ParsedText const& parsed, Location location, Proposal const& proposal);

// Whether the paragraph before has nothing but a name, with a role or firm behind a comma at most, and the quotation is
// a paragraph of its own: the cells of a table, "From the desk of Okafor".
bool is_below_name(ParsedText const& parsed, Location location, Proposal const& proposal);

// Whether the sentence behind the quotation does nothing but say whose words it has: “…” That was Okafor.
bool is_pointed_at(ParsedText const& parsed, Location location, Proposal const& proposal);

// The span of the words of a mention, in code points.
Span mention_span(ParsedText const& parsed, Proposal const& proposal);

}  // namespace quoth::grammar
