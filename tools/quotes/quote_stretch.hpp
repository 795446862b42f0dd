// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "match/words/token_range.hpp"
#include "tools/quotes/source_quote.hpp"

namespace quoth::match {
class Passage;
class QuotedWords;
struct Alignment;
}  // namespace quoth::match

namespace quoth::tools {

// The part of an alignment that lies close together, in the mouth of one speaker.
struct WordGroup {
  match::TokenRange tokens;  // of the passage, from the first to the last paired one
  std::size_t matched = 0;   // paired words that are the same
};

// The group with the most words that are the same; none where nothing is paired.
WordGroup best_group(match::QuotedWords const& words, match::Passage const& passage, match::Alignment const& alignment);

// The sentences around the tokens, which must not be empty, and so many more on either side, as far as the same speaker
// says them without a break.
SourceQuote quote_of(SourceRecord const& source, match::Passage const& passage, match::TokenRange tokens,
                     std::size_t context);

// The tokens of that utterance; empty where the passage has none.
match::TokenRange tokens_of_turn(match::Passage const& passage, std::uint32_t utterance);

// The token that is spoken at that time, by the times of words; nothing where the turn has none.
std::optional<std::size_t> token_at(match::Passage const& passage, match::TokenRange turn, double time);

}  // namespace quoth::tools
