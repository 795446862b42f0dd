// SPDX-License-Identifier: MIT
// Everybody whom a quotation may be said to be by: the ranker weighs the mentions, anaphora resolution whom each means.
#include <algorithm>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/antecedents.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/speakers/resolve.hpp"
#include "grammar/speakers/speakers_tuning.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;
using Tuned = MentionTuning;

}  // namespace

// A speaker with the probability that the words are said to be theirs.
struct Resolver::Weighed {
  std::uint32_t entity = no_entity;
  Resolution resolution;  // where it is no entity
  double probability = 0;
};

std::vector<SpeakerCandidate> Resolver::candidates(Classification const& classification) {
  start(classification);
  std::vector<Weighed> all;
  weigh(classification.speaker, all);
  for (auto const& rival : classification.rivals) {
    if (rival.mention != no_phrase) weigh(rival, all);
  }
  std::vector<Weighed> merged;
  for (auto& each : all) {
    auto const same = std::ranges::find_if(merged, [&](Weighed const& other) {
      return other.entity == each.entity &&
             (each.entity != no_entity || other.resolution.speaker == each.resolution.speaker);
    });
    if (same != merged.end()) {
      same->probability += each.probability;
    } else {
      merged.push_back(std::move(each));
    }
  }
  std::ranges::stable_sort(merged, std::ranges::greater{}, &Weighed::probability);
  std::vector<SpeakerCandidate> candidates;
  for (auto& each : merged) {
    if (each.probability < Tuned::least_candidate || candidates.size() == Tuned::most_candidates) break;
    if (each.entity != no_entity) each.resolution = of_entity(each.entity);
    candidates.push_back({std::move(each.resolution.speaker), std::move(each.resolution.aliases), each.probability});
  }
  return candidates;
}

// Adds whom one mention may mean.
void Resolver::weigh(Proposal const& speaker, std::vector<Weighed>& all) {
  auto const known = resolved_.find(speaker.mention);
  auto const resolution = known != resolved_.end() ? known->second : of_mention(speaker);
  auto const add = [&](std::uint32_t entity, double share) {
    all.push_back({entity, entity == no_entity ? resolution : Resolution{}, share * speaker.probability});
  };
  if (resolution.entity == no_entity && mention_kind(parsed_, speaker.mention) == MentionKind::noun) return;
  bool const named = naming_of(speaker, resolution.entity) == Naming::name;
  bool const issued =
      resolution.entity != no_entity &&
      (is_work(speaker.mention, mention_kind(parsed_, speaker.mention)) || is_message_by_name(speaker.mention));
  if ((resolution.entity == no_entity && !resolution.speaker.empty()) || issued) {
    add(resolution.entity, 1);  // a crowd, two speakers, a body: described by the mention's own words
  } else if (named && resolution.entity != no_entity) {
    auto const& bearers = people_.bearers_of(parsed_.token(parsed_.phrase(speaker.mention).last - 1).key);
    bool const doubtful =
        bearers.size() > 1 && people_.entities()[resolution.entity].words > 1 &&
        words(speaker.mention, speaker.mention_last).size() < people_.entities()[resolution.entity].name.size();
    add(resolution.entity, doubtful ? 1 - Tuned::namesakes : 1);
    for (std::size_t i = 0; doubtful && i < std::min(bearers.size(), Tuned::most_candidates); ++i) {
      if (bearers[i] != resolution.entity) add(bearers[i], Tuned::namesakes / static_cast<double>(bearers.size() - 1));
    }
  } else if (resolution.reason != "the author speaks") {
    weigh_antecedents(speaker, resolution, all);
  }
}

// Adds everybody for whom a pronoun, a role or a noun may stand.
void Resolver::weigh_antecedents(Proposal const& speaker, Resolution const& resolution, std::vector<Weighed>& all) {
  auto phrase = speaker.mention;
  auto const kind = mention_kind(parsed_, phrase);
  if (kind == MentionKind::crowd || parsed_.phrase(phrase).is(PhraseKind::quotation)) return;
  auto const add = [&](std::vector<Antecedent> const& antecedents, double share) {
    for (auto const& antecedent : antecedents)
      all.push_back({antecedent.entity, {}, share * antecedent.probability * speaker.probability});
  };
  if (kind == MentionKind::he || kind == MentionKind::she) {
    auto const sentence = parsed_.sentence_of(phrase);
    add(antecedents_of_pronoun(phrase, sentence, kind, resolution.entity, echoed_by(phrase, sentence, kind, 0)), 1);
    return;
  }
  bool const thing = kind == MentionKind::it || kind == MentionKind::they || kind == MentionKind::body;
  if (!thing && kind != MentionKind::document) {
    bool const definite =
        parsed_.first_token(phrase).key == key_of("the") || parsed_.first_token(phrase).any(possessive | demonstrative);
    add(antecedents_of_role(phrase, parsed_.phrase(phrase).last - 1, resolution.entity),
        definite || resolution.entity != no_entity ? 1 : Tuned::indefinite);
    return;
  }
  AnaphoricMention mention{
      phrase, parsed_.sentence_of(phrase), resolution.entity, no_entity, last_.entity, 0, document_.text(), quotation_,
      1};
  mention.odds_of_nobody = thing ? Tuned::nobody_it : Tuned::nobody_in_general;
  add(antecedents_of(parsed_, people_, mention, [&](Entity const& entity) { return !thing || !entity.is_person; }), 1);
}

// All people whom "the senator" may mean; `chosen` because the article gives them that role.
std::vector<Antecedent> Resolver::antecedents_of_role(std::uint32_t phrase, std::uint32_t noun,
                                                      std::uint32_t chosen) const {
  auto const& head = parsed_.token(noun);
  auto const nobody = is_description(head.key) ? Tuned::nobody_described : Tuned::nobody_definite;
  AnaphoricMention const mention{
      phrase, parsed_.sentence_of(phrase), chosen, no_entity, last_.entity, head.key, document_.text(), quotation_,
      nobody};
  return antecedents_of(parsed_, people_, mention, [&](Entity const& entity) {
    bool const wrong_sex = (head.has(man) && !head.has(woman) && entity.female > entity.male) ||
                           (head.has(woman) && !head.has(man) && entity.male > entity.female);
    return (entity.is_person || entity.may_be_person) && !wrong_sex;
  });
}

Naming Resolver::naming(Classification const& classification, Resolution const& resolution) const {
  auto const& speaker = classification.speaker;
  if (resolution.is_work) return Naming::work;
  return naming_of(speaker, resolution.entity);
}

// How the mention names somebody, who is that entity.
Naming Resolver::naming_of(Proposal const& speaker, std::uint32_t entity) const {
  auto const [first, last] = std::pair(speaker.mention, speaker.mention_last);
  if (first == no_phrase) return Naming::none;
  auto const& phrase = parsed_.phrase(first);
  if (phrase.is(PhraseKind::quotation)) return entity != no_entity ? Naming::name : Naming::role;
  if (phrase.is(PhraseKind::pronoun) || object_pronoun(first) != MentionKind::none) return Naming::pronoun;
  if (is_relative_pronoun(parsed_, speaker)) {
    for (auto i = first; i > 0 && first - i < AnaphoraTuning::relative_back;) {
      if (parsed_.phrase(--i).is(PhraseKind::nominal)) return naming_of({.mention = i, .mention_last = i + 1}, entity);
    }
    return Naming::pronoun;
  }
  auto const& head = parsed_.token(phrase.last - 1);
  if (mention_kind(parsed_, first) == MentionKind::document && !is_named_body(first)) return Naming::work;
  if (is_body_speaker(head)) return Naming::role;
  if (head.is(TokenKind::handle)) return Naming::name;
  if (head.has(utterance) && parsed_.first_token(first).has(possessive)) return Naming::pronoun;
  auto const [use, end] = people_.uses_in(first, last);
  bool const has_name = std::any_of(use, end, [&](NameUse const& each) { return each.entity == entity; });
  bool const has_apposition = name_beside(last - 1) == entity;
  if (entity != no_entity && (has_name || has_apposition)) return Naming::name;
  if (entity == no_entity && use != end && (end - 1)->last == parsed_.phrase(last - 1).last) return Naming::name;
  if (mention_kind(parsed_, first) != MentionKind::person) return Naming::noun;
  auto const& opening = parsed_.first_token(first);
  bool const indefinite = opening.any(determiner) && opening.key != key_of("the") && !opening.has(demonstrative);
  return indefinite ? Naming::noun : Naming::role;
}

}  // namespace quoth::grammar
