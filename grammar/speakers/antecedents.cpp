// SPDX-License-Identifier: MIT
#include "grammar/speakers/antecedents.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/speakers_tuning.hpp"

namespace quoth::grammar {

namespace {

using Tuned = AnaphoraTuning;

// What each feature adds to the score, in the order of AntecedentFeature; made by scripts/train-antecedents.py, but the
// last, which its cases do not have.
constexpr AntecedentFeatures antecedent_weights{2.17, 0.40,  0.70,  0.64, 2.09, 1.54, 0.69,  -0.34, -1.16, -1.63,
                                                0.09, -0.53, -0.60, 0.25, 0.41, 0.15, -0.69, -1.63, -1.04, 3.00};

// The feature of a distance in sentences.
AntecedentFeature distance_feature(std::uint32_t sentences) {
  using enum AntecedentFeature;
  if (sentences < 3) return sentences == 0 ? same_sentence : sentences == 1 ? one_back : two_back;
  return sentences < 5 ? four_back : sentences < 9 ? eight_back : sentences < 17 ? sixteen_back : far_back;
}

// Where one entity is named.
struct Uses {
  std::uint32_t entity = no_entity;
  NameUse const* last = nullptr;
  std::uint32_t before = 0;  // how many before the mention
};

// Of each of the `entities` that is named in uses [first, last), of which those from `here` on are after the mention.
std::vector<Uses> uses_by_entity(NameUse const* first, NameUse const* here, NameUse const* last, std::size_t entities) {
  std::vector<std::uint32_t> places(entities);  // in `all`, plus one
  std::vector<Uses> all;
  for (auto const* use = first; use != last; ++use) {
    auto& place = places[use->entity];
    if (place == 0) {
      all.push_back({use->entity, use, 0});
      place = static_cast<std::uint32_t>(all.size());
    }
    if (use >= here) continue;
    auto& known = all[place - 1];
    known.last = use;
    ++known.before;
  }
  std::ranges::sort(all, {}, &Uses::entity);
  return all;
}

bool is_reporting(ParsedText const& parsed, std::uint32_t phrase) {
  if (phrase >= parsed.phrases.size() || !parsed.phrase(phrase).is(PhraseKind::cue)) return false;
  return parsed.token(parsed.phrase(phrase).last - 1).any(WordClass::speech | WordClass::verdict | WordClass::thought);
}

// The beginning of the quoted words, for names in it.
class QuotedWords {
 public:
  explicit QuotedWords(AnaphoricMention const& mention)
      : words_(mention.text.substr(mention.quotation.first, std::min(mention.quotation.size(), Tuned::named_inside))) {
    for (auto const c : words_) characters_ |= bit_of(c);
  }

  // Most names begin with a character that is not there, which is quickly seen.
  bool has(std::u32string_view name) const {
    return (name.empty() || (characters_ & bit_of(name.front())) != 0) && words_.find(name) != words_.npos;
  }

 private:
  static std::uint64_t bit_of(char32_t c) { return std::uint64_t{1} << (c % 64); }

  std::u32string_view words_;
  std::uint64_t characters_ = 0;  // a set of their last six bits
};

// Hardly anybody calls himself by name.
bool is_named_inside(ParsedText const& parsed, Entity const& entity, AnaphoricMention const& mention,
                     QuotedWords const& quoted) {
  auto const& surname = parsed.token(entity.first_token + std::max(entity.words, 1U) - 1);
  return quoted.has(mention.text.substr(surname.first, surname.last - surname.first));
}

AntecedentFeatures features_of(ParsedText const& parsed, Entity const& entity, Uses const& named,
                               AnaphoricMention const& mention, QuotedWords const& quoted) {
  AntecedentFeatures features{};
  auto const set = [&features](AntecedentFeature feature, double value) {
    features[static_cast<std::size_t>(feature)] = value;
  };
  using enum AntecedentFeature;
  set(chosen, named.entity == mention.chosen);
  set(echoed, named.entity == mention.echoed);
  set(spoke, named.entity == mention.last_speaker);
  set(unknown, entity.female == entity.male);
  set(role, mention.role != 0 && has_role(entity, mention.role));
  set(later, named.before == 0);
  set(named_inside, is_named_inside(parsed, entity, mention, quoted));
  if (named.before == 0) return features;
  auto const phrase = named.last->phrase;
  auto const sentence = parsed.sentence_of(phrase);
  set(distance_feature(mention.sentence - std::min(mention.sentence, sentence)), 1);
  set(uses, std::log2(named.before));
  set(owner, parsed.token(named.last->last - 1).possessive);
  if (parsed.token(named.last->last - 1).possessive) return features;
  set(subject, parsed.acting_subject(sentence) == phrase);
  set(said, is_reporting(parsed, phrase + 1) || (phrase > 0 && is_reporting(parsed, phrase - 1)));
  set(behind_verb,
      phrase > 0 && (parsed.phrase(phrase - 1).is(PhraseKind::verb) || parsed.phrase(phrase - 1).is(PhraseKind::cue)));
  set(behind_preposition, phrase > 0 && parsed.phrase(phrase - 1).is(PhraseKind::preposition) &&
                              !parsed.first_token(phrase - 1).has(WordClass::subordinator));
  return features;
}

double score_of(AntecedentFeatures const& features) {
  double score = 0;
  for (std::size_t i = 0; i < features.size(); ++i) score += features[i] * antecedent_weights[i];
  return score;
}

}  // namespace

std::vector<Antecedent> antecedents_of(ParsedText const& parsed, People const& people, AnaphoricMention const& mention,
                                       std::function<bool(Entity const&)> const& may_be) {
  auto const begin = people.uses().data();
  auto const end = begin + people.uses().size();
  auto const* const here = people.uses_in(0, mention.phrase).second;
  auto const* const first = here - std::min(here - begin, Tuned::uses_back);
  auto const* const last = here + std::min(end - here, Tuned::uses_ahead);
  std::vector<Antecedent> antecedents;
  QuotedWords const quoted(mention);
  double sum = mention.odds_of_nobody;
  for (auto const& named : uses_by_entity(first, here, last, people.entities().size())) {
    auto const& entity = people.entities()[named.entity];
    if (!may_be(entity)) continue;
    auto const features = features_of(parsed, entity, named, mention, quoted);
    antecedents.push_back({named.entity, std::exp(score_of(features)), features});
    sum += antecedents.back().probability;
  }
  for (auto& antecedent : antecedents) antecedent.probability /= sum;
  std::ranges::stable_sort(antecedents, std::ranges::greater{}, &Antecedent::probability);
  if (antecedents.size() > Tuned::most_antecedents) antecedents.resize(Tuned::most_antecedents);
  return antecedents;
}

}  // namespace quoth::grammar
