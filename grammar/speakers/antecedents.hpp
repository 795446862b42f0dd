// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "grammar/speakers/article_people.hpp"

namespace quoth::grammar {

// What counts for an entity as the antecedent of a mention.
enum class AntecedentFeature : std::uint8_t {
  chosen,         // the rules of the Resolver choose it
  echoed,         // an earlier "he", subject of its sentence, stands for it
  spoke,          // the quotation before
  same_sentence,  // where it was named last, in sentences: this one, one back, two, 3-4, 5-8, 9-16, more
  one_back,
  two_back,
  four_back,
  eight_back,
  sixteen_back,
  far_back,
  subject,      // of its sentence, where it was named last
  behind_verb,  // it follows a verb there: an object, or an inverted subject
  behind_preposition,
  owner,         // "Okafor’s", there
  said,          // it is the subject or inverted subject of a reporting verb there
  uses,          // the logarithm of how often it was named
  unknown,       // nothing shows its gender
  later,         // it is named only after the mention
  named_inside,  // the quoted words have its surname
  role,          // it has the role that the mention names
  count_
};
constexpr auto antecedent_feature_count = static_cast<std::size_t>(AntecedentFeature::count_);
using AntecedentFeatures = std::array<double, antecedent_feature_count>;

// An entity that a pronoun, a role or a noun may stand for.
struct Antecedent {
  std::uint32_t entity = no_entity;
  double probability = 0;
  AntecedentFeatures features{};
};

// What is known of the mention whose antecedents are asked for.
struct AnaphoricMention {
  std::uint32_t phrase = 0;
  std::uint32_t sentence = 0;
  std::uint32_t chosen = no_entity;  // by the rules of the Resolver
  std::uint32_t echoed = no_entity;
  std::uint32_t last_speaker = no_entity;  // of the quotation before
  WordKey role = 0;                        // "senator"; 0 for a pronoun
  std::u32string_view text;                // of the article
  Span quotation;                          // whose speaker the mention names
  double odds_of_nobody = 1;               // that it stands for somebody without a name, against an entity of score 0
};

// Anaphora resolution: all entities that the mention may stand for, the most probable first, by a softmax over their
// features, with weights that scripts/train-antecedents.py fits. `may_be` says whether gender and number agree. At most
// AnaphoraTuning::most_antecedents; their sum is less than 1 by the probability of nobody.
std::vector<Antecedent> antecedents_of(ParsedText const& parsed, People const& people, AnaphoricMention const& mention,
                                       std::function<bool(Entity const&)> const& may_be);

}  // namespace quoth::grammar
