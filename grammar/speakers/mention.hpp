// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "grammar/clauses/scene.hpp"

namespace quoth::grammar {

constexpr std::uint32_t no_phrase = 0xFFFFFFFF;

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
  none
};
MentionKind mention_kind(Scene const& scene, std::uint32_t phrase);

// What kind of word stands right before a phrase, in sixteen classes.
std::uint32_t word_before(Scene const& scene, std::uint32_t phrase);

// The last word of the phrase, which its speaker is known by.
WordKey head_of(Scene const& scene, std::uint32_t phrase);

}  // namespace quoth::grammar
