// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "grammar/tokens/word_key.hpp"

namespace quoth::grammar {

class ParsedText;
struct Proposal;
struct Token;

constexpr std::uint32_t no_phrase = 0xFFFFFFFF;  // index of a Phrase: none

// What kind of noun or pronoun names the speaker.
enum class MentionKind : std::uint8_t {
  he,
  she,
  they,
  it,
  i,
  we_or_you,
  who,
  name,
  person,
  body,
  document,
  crowd,
  noun,
  mass,  // a noun without determiner, which names nobody: "fraud", "respect"
  none
};
MentionKind mention_kind(ParsedText const& parsed, std::uint32_t phrase);

// Whether the mention is a relative pronoun: "who", or German "der", which is an article elsewhere.
bool is_relative_pronoun(ParsedText const& parsed, Proposal const& speaker);

// Whether the word names somebody who speaks for others: "spokeswoman".
bool is_body_speaker(Token const& head);

// The kind of the word right before a phrase, as a class from 0 to 15.
std::uint32_t word_before(ParsedText const& parsed, std::uint32_t phrase);

// The key of the phrase's last word, by which its speaker is recognised.
WordKey head_of(ParsedText const& parsed, std::uint32_t phrase);

}  // namespace quoth::grammar
