// SPDX-License-Identifier: MIT
#include "grammar/speakers/antecedents.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "grammar/clauses/parsed_text.hpp"

namespace quoth::grammar {

namespace {

// Only hostile text reaches these bounds, which keep the running time linear.
constexpr std::ptrdiff_t uses_looked_back = 300;
constexpr std::ptrdiff_t uses_looked_ahead = 40;
constexpr std::size_t most_antecedents = 32;

// What each feature adds to the score.
struct AntecedentWeights {
  double chosen = 3.0;
  std::array<double, 7> sentences_back{1.0, 1.2, 0.5, 0.0, -0.7, -1.3, -1.8};  // 0, 1, 2, 3-4, 5-8, 9-16, more
  double subject = 0.8;   // of its sentence, where it was named last
  double spoke = 1.0;     // the quotation before
  double uses = 0.4;      // for each doubling
  double unknown = -0.7;  // nothing shows the gender
  double later = -2.5;    // is named only after the mention
  double role = 3.0;      // has the role that the mention names
};
constexpr AntecedentWeights antecedent_weights;

// Bins a distance in sentences.
std::size_t bin_of(std::uint32_t sentences) {
  return sentences < 3 ? sentences : sentences < 5 ? 3U : sentences < 9 ? 4U : sentences < 17 ? 5U : 6U;
}

// Where one entity is named.
struct Uses {
  std::uint32_t entity = no_entity;
  std::uint32_t last_phrase = 0;
  std::uint32_t before = 0;  // how many before the mention
};

// Of each entity named in uses [first, last), of which those from `here` on are after the mention.
std::vector<Uses> uses_by_entity(NameUse const* first, NameUse const* here, NameUse const* last) {
  std::vector<Uses> all;
  for (auto const* use = first; use != last; ++use) all.push_back({use->entity, use->phrase, use < here ? 1U : 0U});
  std::ranges::stable_sort(all, {}, &Uses::entity);
  std::size_t size = 0;
  for (auto const& use : all) {
    if (size == 0 || all[size - 1].entity != use.entity) {
      all[size++] = use;
    } else if (use.before != 0) {
      all[size - 1].last_phrase = use.last_phrase;
      ++all[size - 1].before;
    }
  }
  all.resize(size);
  return all;
}

std::uint32_t sentence_of(ParsedText const& parsed, std::uint32_t phrase) {
  auto const found = std::ranges::upper_bound(parsed.sentences, phrase, {}, &Sentence::first);
  return static_cast<std::uint32_t>(found - parsed.sentences.begin()) - 1;
}

double score_of(ParsedText const& parsed, Entity const& entity, Uses const& uses, AnaphoricMention const& mention) {
  auto const& weight = antecedent_weights;
  double score = uses.entity == mention.chosen ? weight.chosen : 0;
  if (uses.entity == mention.last_speaker) score += weight.spoke;
  if (entity.female == entity.male) score += weight.unknown;
  if (mention.role != 0 && std::ranges::find(entity.role_heads, mention.role) != entity.role_heads.end())
    score += weight.role;
  if (uses.before == 0) return score + weight.later;
  auto const sentence = sentence_of(parsed, uses.last_phrase);
  score += weight.sentences_back.at(bin_of(mention.sentence - std::min(mention.sentence, sentence)));
  if (parsed.first_subject(sentence) == uses.last_phrase) score += weight.subject;
  return score + weight.uses * std::log2(uses.before);
}

}  // namespace

std::vector<Antecedent> antecedents_of(ParsedText const& parsed, People const& people, AnaphoricMention const& mention,
                                       std::function<bool(Entity const&)> const& may_be) {
  auto const begin = people.uses().data();
  auto const end = begin + people.uses().size();
  auto const* const here = people.uses_in(0, mention.phrase).second;
  auto const* const first = here - std::min(here - begin, uses_looked_back);
  auto const* const last = here + std::min(end - here, uses_looked_ahead);
  std::vector<Antecedent> antecedents;
  double sum = mention.odds_of_nobody;
  for (auto const& uses : uses_by_entity(first, here, last)) {
    auto const& entity = people.entities()[uses.entity];
    if (!may_be(entity)) continue;
    antecedents.push_back({uses.entity, std::exp(score_of(parsed, entity, uses, mention))});
    sum += antecedents.back().probability;
  }
  for (auto& antecedent : antecedents) antecedent.probability /= sum;
  std::ranges::stable_sort(antecedents, std::ranges::greater{}, &Antecedent::probability);
  if (antecedents.size() > most_antecedents) antecedents.resize(most_antecedents);
  return antecedents;
}

}  // namespace quoth::grammar
