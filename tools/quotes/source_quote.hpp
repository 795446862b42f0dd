// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quoth/candidate.hpp"
#include "quoth/finding.hpp"
#include "quoth/store.hpp"

namespace quoth::tools {

// What to quote: words as somebody remembers them, or a place in a source.
struct QuoteQuery {
  std::string words;                       // empty where a place is given
  std::string source;                      // its id; empty for any, where there are words
  std::optional<std::uint32_t> utterance;  // 0-based, in the source
  std::optional<double> time;              // seconds into the recording
  std::string speaker;                     // whose words come first of those that are alike; may be empty
  std::size_t context = 0;                 // whole sentences more on either side
  std::size_t limit = 5;                   // at most so many, of different sources
};

// A stretch of one utterance, byte for byte.
struct QuotedPart {
  std::uint32_t utterance = 0;  // 0-based, in its source
  std::string text;
};

// A passage to be quoted: whole sentences of one speaker, as they stand in the source.
struct SourceQuote {
  SourceRecord source;
  std::string speaker;            // of a document its author or issuer; empty where nobody is named
  std::vector<QuotedPart> parts;  // in order; remarks such as (Laughter.) stand between two and are in none
  std::optional<double> time;     // seconds into the recording, where the passage or its turn begins
  PrintedRange printed;
  std::string heading;
  std::string before;  // some words of the same utterance, not part of the quotation
  std::string after;
  double score = 1;     // in [0, 1]: the share of the words asked for that stand in it
  bool is_cut = false;  // the sentence goes on: it is longer than anybody would quote
  // The parts with a blank between any two.
  std::string text() const;
};

// The best passage of each source that holds at least half of the words, best first; of a place the one that is there.
// Empty where there is none. Throws Error where the query holds neither words nor a place, or names a source that the
// store does not have, and StoreError where the store fails.
std::vector<SourceQuote> find_quotes(Store const& store, QuoteQuery const& query);

}  // namespace quoth::tools
