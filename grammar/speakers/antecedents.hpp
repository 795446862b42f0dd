// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "grammar/speakers/article_people.hpp"

namespace quoth::grammar {

// An entity that a pronoun, a role or a noun may stand for.
struct Antecedent {
  std::uint32_t entity = no_entity;
  double probability = 0;
};

// What is known of the mention whose antecedents are asked for.
struct AnaphoricMention {
  std::uint32_t phrase = 0;
  std::uint32_t sentence = 0;
  std::uint32_t chosen = no_entity;        // whom the rules of the Resolver choose
  std::uint32_t last_speaker = no_entity;  // of the quotation before
  WordKey role = 0;                        // "senator"; 0 for a pronoun
  double odds_of_nobody = 1;               // that it stands for somebody without a name, against an entity of score 0
};

// Anaphora resolution: all entities that the mention may stand for, the most probable first, by a softmax over a few
// features of each: how far back it was named last, whether as a subject, how often, whether it spoke last. `may_be`
// says whether gender and number agree. At most 32; their sum is less than 1 by the probability of nobody.
std::vector<Antecedent> antecedents_of(ParsedText const& parsed, People const& people, AnaphoricMention const& mention,
                                       std::function<bool(Entity const&)> const& may_be);

}  // namespace quoth::grammar
