// SPDX-License-Identifier: MIT
// Whom a personal pronoun stands for.
#include <algorithm>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/speakers/resolve.hpp"
#include "grammar/speakers/speakers_tuning.hpp"
#include "grammar/tokens/characters.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;
using Tuned = AnaphoraTuning;

constexpr std::string_view nobody_fits = "nobody named before fits the pronoun";

}  // namespace

bool Resolver::fits(Entity const& entity, MentionKind kind) const {
  auto const index = static_cast<std::uint32_t>(&entity - people_.entities().data());
  // If only an earlier pronoun shows the gender, a person called "he" is not "she" now.
  auto const called = called_.find(index);
  if (called != called_.end() && entity.male == entity.female) return called->second == kind;
  switch (kind) {
    case MentionKind::he:
      return entity.is_person && entity.male >= entity.female;
    case MentionKind::she:
      return entity.is_person && entity.female >= entity.male;
    default:
      return !entity.is_person && !(kind == MentionKind::it && persons_.contains(index));
  }
}

// Whether the quotation has "I" or "me", which no body says of itself.
bool Resolver::speaks_for_oneself() const {
  auto const words = document_.text().substr(quotation_.first, quotation_.size());
  for (auto i = words.find_first_of(U"Im"); i < words.size(); i = words.find_first_of(U"Im", i + 1)) {
    auto const letter = [&](std::size_t at) { return at < words.size() && is_letter(words[at]); };
    if (i > 0 && letter(i - 1)) continue;
    if ((words[i] == U'I' && !letter(i + 1)) || (words.substr(i, 2) == U"me" && !letter(i + 2))) return true;
  }
  return false;
}

// For the subject of the sentence before: a name that no list has may be a person's where "he" or "she" follows.
bool Resolver::may_be(Entity const& entity, MentionKind kind) const {
  bool const person = kind == MentionKind::he || kind == MentionKind::she;
  return fits(entity, kind) || (person && entity.may_be_person);
}

// The rules' answer, unless the features of all antecedents speak for another person.
Resolution Resolver::pronoun(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind, int depth) {
  bool const person = kind == MentionKind::he || kind == MentionKind::she;
  auto const echoed = person ? echoed_by(phrase, sentence, kind, depth) : no_entity;
  auto by_rules = pronoun_by_rules(phrase, sentence, kind, echoed);
  if (kind == MentionKind::it && is_read_before(sentence)) return nobody(std::string(nobody_fits));
  bool const without_name = by_rules.entity == no_entity && by_rules.reason != nobody_fits;
  if (!person || without_name) return by_rules;
  if (pointed_out(phrase, sentence, kind) != no_entity) return by_rules;
  auto const antecedents = antecedents_of_pronoun(phrase, sentence, kind, by_rules.entity, echoed);
  if (antecedents.empty() || antecedents.front().entity == by_rules.entity) return by_rules;
  return of_entity(antecedents.front().entity);
}

// "I have read it. It says": what is read is not who was named before.
bool Resolver::is_read_before(std::uint32_t sentence) const {
  if (sentence == 0) return false;
  auto const subject_phrase = parsed_.acting_subject(sentence - 1);
  auto const& before = parsed_.sentences[sentence - 1];
  if (subject_phrase >= before.last || !parsed_.phrase(subject_phrase).is(PhraseKind::pronoun) ||
      mention_kind(parsed_, subject_phrase) == MentionKind::it)
    return false;
  for (auto i = subject_phrase + 1; i < before.last; ++i) {
    if (parsed_.first_token(i).has(it)) return true;
  }
  return false;
}

// All entities for which "he" or "she" may stand; `chosen` by the rules.
std::vector<Antecedent> Resolver::antecedents_of_pronoun(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind,
                                                         std::uint32_t chosen, std::uint32_t echoed) {
  AnaphoricMention mention{
      phrase, sentence, chosen, no_entity, last_.entity, 0, document_.text(), quotation_, MentionTuning::nobody_he};
  mention.echoed = echoed;
  auto const hearers = spoken_to(phrase);
  return antecedents_of(parsed_, people_, mention, [&](Entity const& entity) {
    auto const index = static_cast<std::uint32_t>(&entity - people_.entities().data());
    bool const hears =
        std::any_of(hearers.first, hearers.second, [index](NameUse const& use) { return use.entity == index; });
    return !hears && may_be(entity, kind);
  });
}

std::vector<Antecedent> Resolver::antecedents_of_speaker(Classification const& classification) {
  start(classification);
  auto const phrase = classification.speaker.mention;
  auto const sentence = parsed_.sentence_of(phrase);
  auto const kind = mention_kind(parsed_, phrase);
  auto const echoed = echoed_by(phrase, sentence, kind, 0);
  auto const chosen = pronoun_by_rules(phrase, sentence, kind, echoed).entity;
  return antecedents_of_pronoun(phrase, sentence, kind, chosen, echoed);
}

// The names of those to whom or of whom the pronoun speaks, who are somebody else: "he told Okafor", "he said of Okafor
// and Tamm".
std::pair<NameUse const*, NameUse const*> Resolver::spoken_to(std::uint32_t pronoun) const {
  auto const at = [this](std::uint32_t i) { return i < parsed_.phrases.size() ? parsed_.phrase(i) : Phrase{}; };
  auto object = pronoun + 2;
  if (!at(pronoun + 1).is(PhraseKind::cue)) return people_.uses_in(0, 0);
  if (at(object).is(PhraseKind::preposition)) {
    auto const key = parsed_.first_token(object).key;
    if (key != key_of("of") && key != key_of("about") && key != key_of("to")) return people_.uses_in(0, 0);
    ++object;
  }
  if (!at(object).is(PhraseKind::nominal)) return people_.uses_in(0, 0);
  bool const two = at(object + 1).is(PhraseKind::conjunction) && at(object + 2).is(PhraseKind::nominal);
  return people_.uses_in(object, object + (two ? 3U : 1U));
}

// Whom the text before points out: the one asked in the sentence before, or the one of whom this sentence is, "As for
// Okafor, he said". `no_entity` if there is none.
std::uint32_t Resolver::pointed_out(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind) const {
  auto const named = [&](std::uint32_t nominal) {
    auto const [first, last] = people_.uses_in(nominal, nominal + 1);
    return first != last && may_be(people_.entities()[(last - 1)->entity], kind) ? (last - 1)->entity : no_entity;
  };
  auto const start = parsed_.sentences[sentence].first;
  if (start + 3 < phrase && parsed_.first_token(start).key == key_of("as") &&
      parsed_.first_token(start + 1).key == key_of("for") && parsed_.phrase(start + 2).is(PhraseKind::nominal))
    return named(start + 2);
  if (sentence == 0 || start + 2 < phrase) return no_entity;
  auto const& before = parsed_.sentences[sentence - 1];
  auto const subject_phrase = parsed_.acting_subject(sentence - 1);
  if (subject_phrase + 2 >= before.last || !parsed_.phrase(subject_phrase + 1).is(PhraseKind::cue) ||
      parsed_.phrase(subject_phrase + 1).form == CueForm::passive)
    return no_entity;
  auto const verb = parsed_.token(parsed_.phrase(subject_phrase + 1).last - 1).key;
  bool const asks = verb == key_of("asked") || verb == key_of("asks") || verb == key_of("pressed");
  return asks && parsed_.phrase(subject_phrase + 2).is(PhraseKind::nominal) ? named(subject_phrase + 2) : no_entity;
}

// The entity for which the nearest pronoun before stands that is of the same kind and the subject of its sentence.
std::uint32_t Resolver::echoed_by(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind, int depth) {
  if (depth == Tuned::most_echoes) return no_entity;
  auto const earliest = sentence - std::min(sentence, Tuned::echo_back);
  for (auto s = sentence + 1; s-- > earliest;) {
    auto const subject_phrase = parsed_.acting_subject(s);
    if (subject_phrase >= parsed_.sentences[s].last || subject_phrase >= phrase ||
        !parsed_.phrase(subject_phrase).is(PhraseKind::pronoun) || mention_kind(parsed_, subject_phrase) != kind)
      continue;
    auto const known = stands_for_.find(subject_phrase);
    if (known != stands_for_.end()) return known->second;
    auto const entity = pronoun(subject_phrase, s, kind, depth + 1).entity;
    stands_for_.emplace(subject_phrase, entity);
    return entity;
  }
  return no_entity;
}

Resolution Resolver::pronoun_by_rules(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind,
                                      std::uint32_t echoed) {
  if (kind == MentionKind::i || kind == MentionKind::we_or_you) {
    Resolution resolution;
    resolution.reason = "the author speaks";
    return resolution;
  }
  if (auto const entity = pointed_out(phrase, sentence, kind); entity != no_entity) return of_entity(entity);
  auto const earliest = sentence > Tuned::sentences_back ? sentence - Tuned::sentences_back : 0;
  for (auto s = sentence + 1; s-- > earliest;) {
    auto const& range = parsed_.sentences[s];
    auto const limit = s == sentence ? phrase : range.last;
    if (kind == MentionKind::they) {
      for (auto i = range.first; i < limit; ++i) {
        if (parsed_.phrase(i).is(PhraseKind::nominal) && !parsed_.token(parsed_.phrase(i).last - 1).has(determiner) &&
            mention_kind(parsed_, i) == MentionKind::crowd)
          return described(i, i + 1);
      }
    }
    auto const subject_phrase = parsed_.acting_subject(s);
    // "He walked in behind Reed. “…,” he said.": both are the same man.
    if (s < sentence && subject_phrase < limit && parsed_.phrase(subject_phrase).is(PhraseKind::pronoun) &&
        mention_kind(parsed_, subject_phrase) == kind && !resolved_.contains(subject_phrase)) {
      if (echoed != no_entity) return of_entity(echoed);
      continue;
    }
    if (subject_phrase < limit) {
      auto subject = subject_as(subject_phrase, kind, s + 1 >= sentence);
      if (subject) return *std::move(subject);
    }
    // Whoever spoke in that sentence.
    for (auto known = resolved_.lower_bound(limit); known != resolved_.begin();) {
      --known;
      if (known->first < range.first) break;
      bool const same_pronoun = mention_kind(parsed_, known->first) == kind;
      bool const crowd_speaks = kind == MentionKind::they && mention_kind(parsed_, known->first) == MentionKind::crowd;
      auto const entity = known->second.entity;
      if (same_pronoun || crowd_speaks || (entity != no_entity && fits(people_.entities()[entity], kind)))
        return known->second;
    }
    auto const [first, last] = people_.uses_in(range.first, limit);
    for (auto const* use = last; use != first;) {
      --use;
      // "Asked about Reed, he shook his head."
      bool const in_adjunct =
          s == sentence && use->phrase > range.first && parsed_.phrase(use->phrase - 1).is(PhraseKind::preposition);
      if (!in_adjunct && fits(people_.entities()[use->entity], kind)) return of_entity(use->entity);
    }
  }
  Resolution resolution;
  resolution.reason = nobody_fits;
  return resolution;
}

// The subject of a sentence, where a pronoun of that kind can stand for it. In a near sentence it may be somebody
// without a name: “A woman stood up. ‘Shame,’ she said.”
std::optional<Resolution> Resolver::subject_as(std::uint32_t phrase, MentionKind kind, bool near) {
  if (near && kind == MentionKind::it && parsed_.phrase(phrase).is(PhraseKind::nominal) &&
      parsed_.token(parsed_.phrase(phrase).last - 1).any(Classes(body) | outlet))
    return nominal(phrase, phrase + 1);
  auto const [first, last] = people_.uses_in(phrase, phrase + 1);
  if (first != last && may_be(people_.entities()[(last - 1)->entity], kind)) return of_entity((last - 1)->entity);
  auto const known = resolved_.find(phrase);
  if (known != resolved_.end() && mention_kind(parsed_, phrase) == kind) return known->second;
  auto const& head = parsed_.token(parsed_.phrase(phrase).last - 1);
  bool const fitting = kind == MentionKind::he    ? head.any(man | person) && !head.has(woman)
                       : kind == MentionKind::she ? head.any(woman | person) && !head.has(man)
                                                  : false;
  if (!near || !fitting || mention_kind(parsed_, phrase) != MentionKind::person) return std::nullopt;
  bool const office = phrase + 2 < parsed_.phrases.size() && parsed_.first_token(phrase + 1).has(of) &&
                      parsed_.phrase(phrase + 2).is(PhraseKind::nominal);  // "secretary of state Ana Tamm"
  auto resolution = nominal(phrase, office ? phrase + 3 : parsed_.with_genitives(phrase));
  if (resolution.entity != no_entity && !may_be(people_.entities()[resolution.entity], kind)) return std::nullopt;
  return resolution;
}

}  // namespace quoth::grammar
