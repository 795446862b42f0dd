// SPDX-License-Identifier: MIT
// What the article says of the people it names: titles, roles, acronyms.
#include <algorithm>
#include <array>
#include <vector>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/article_people.hpp"
#include "grammar/speakers/speakers_tuning.hpp"

namespace quoth::grammar {

using enum WordClass;

namespace {

// Titles and the roles they stand for.
constexpr std::array<std::pair<WordKey, WordKey>, 14> title_roles{{{key_of("sen"), key_of("senator")},
                                                                   {key_of("gov"), key_of("governor")},
                                                                   {key_of("rep"), key_of("representative")},
                                                                   {key_of("rep"), key_of("congressman")},
                                                                   {key_of("rep"), key_of("congresswoman")},
                                                                   {key_of("rep"), key_of("lawmaker")},
                                                                   {key_of("sen"), key_of("lawmaker")},
                                                                   {key_of("gen"), key_of("general")},
                                                                   {key_of("dr"), key_of("doctor")},
                                                                   {key_of("prof"), key_of("professor")},
                                                                   {key_of("rev"), key_of("pastor")},
                                                                   {key_of("rev"), key_of("minister")},
                                                                   {key_of("supt"), key_of("superintendent")},
                                                                   {key_of("nominee"), key_of("candidate")}}};

bool has_room_for(Entity const& entity, WordKey role) {
  return entity.role_heads.size() < PeopleTuning::most_roles &&
         std::ranges::find(entity.role_heads, role) == entity.role_heads.end();
}

}  // namespace

bool has_role(Entity const& entity, WordKey head) {
  return std::ranges::any_of(entity.role_heads, [head](WordKey role) {
    return role == head || std::ranges::find(title_roles, std::pair{role, head}) != title_roles.end();
  });
}

// What is before the name in its nominal: "Mr.", "Mayor", "campaign manager".
void People::add_title(Entity& entity, std::uint32_t first, std::uint32_t last) {
  while (first < last && parsed_.token(first).any(determiner | possessive)) ++first;
  if (first == last) return;
  for (auto i = first; i < last; ++i) {
    auto const& word = parsed_.token(i);
    if (word.any(title | any_person) && !word.has(given_name)) {
      entity.female += 2 * word.has(woman);
      entity.male += 2 * word.has(man);
    }
  }
  if (!is_title_word(parsed_.token(last - 1))) return;
  auto const role = parsed_.token(last - 1).key;
  if (!has_room_for(entity, role)) return;
  if (!parsed_.token(last - 1).dotted) entity.roles.push_back(span(first, last));
  entity.role_heads.push_back(role);
}

// Takes roles from appositions: "Okafor, the mayor of Harrow,", "the mayor, Ana Okafor,".
void People::add_apposition(std::uint32_t phrase, Entity& entity) {
  if (!entity.is_person) return;
  auto const count = parsed_.phrases.size();
  if (phrase + 2 < count && parsed_.phrase(phrase + 1).is(PhraseKind::comma)) add_role(phrase + 2, entity);
  if (phrase >= 2 && parsed_.phrase(phrase - 1).is(PhraseKind::comma)) add_role(phrase - 2, entity);
}

// Whether what is beside the name shows that a person bears it: "Adaeze Okafor, the mayor of Harrow, …", "Adaeze
// Okafor, who …", "the town’s mayor, Adaeze Okafor".
bool People::is_called_person(std::uint32_t phrase) const {
  auto const is_role = [this](std::uint32_t index) {
    auto const& role = parsed_.phrase(index);
    if (!role.is(PhraseKind::nominal)) return false;
    auto const& head = parsed_.token(role.last - 1);
    return head.any(any_person) && !head.any(plural | given_name) && !head.possessive;
  };
  if (phrase >= 2 && parsed_.phrase(phrase - 1).is(PhraseKind::comma) && is_role(phrase - 2)) return true;
  if (phrase + 3 >= parsed_.phrases.size() || !parsed_.phrase(phrase + 1).is(PhraseKind::comma)) return false;
  auto const& next = parsed_.phrase(phrase + 2);
  bool const origin = phrase >= 2 && parsed_.phrase(phrase - 1).is(PhraseKind::preposition) &&
                      parsed_.phrase(phrase - 2).is(PhraseKind::nominal);  // "Okafor of Harrow, who"
  if (next.is(PhraseKind::relative)) return parsed_.token(next.first).key == key_of("who") && !origin;
  auto const& after = parsed_.phrase(phrase + 3);
  return is_role(phrase + 2) && (after.is(PhraseKind::comma) || after.is(PhraseKind::preposition));
}

void People::add_role(std::uint32_t phrase, Entity& entity) {
  auto const& role = parsed_.phrase(phrase);
  if (!role.is(PhraseKind::nominal)) return;
  auto const& head = parsed_.token(role.last - 1);
  if (!head.any(any_person) || head.any(plural | given_name) || head.possessive) return;
  entity.female += 2 * head.has(woman);
  entity.male += 2 * head.has(man);
  if (!has_room_for(entity, head.key)) return;
  auto first = role.first;
  while (first + 1 < role.last && parsed_.token(first).any(determiner)) ++first;
  entity.roles.push_back(span(first, role.last));
  entity.role_heads.push_back(head.key);
}

// "Harrow Water Authority (HWA)"
void People::add_acronym(std::uint32_t phrase, Entity& entity) {
  if (entity.is_person || phrase + 2 >= parsed_.phrases.size() ||
      !parsed_.phrase(phrase + 1).is(PhraseKind::open_bracket))
    return;
  auto const& inside = parsed_.phrase(phrase + 2);
  if (!inside.is(PhraseKind::nominal) || inside.last - inside.first != 1 || !parsed_.token(inside.first).all_capitals)
    return;
  entity.acronym = span(inside.first, inside.last);
  by_words_.try_emplace(parsed_.token(inside.first).key, static_cast<std::uint32_t>(&entity - entities_.data()));
}

// Tells people from places among single names, by where they stand: "Paris" only in "in Paris" and "the Paris deal" is
// no person, "Okafor" in "Okafor said" may be one.
void People::judge_single_names() {
  struct Places {
    bool stands_alone = false;  // as the head of its phrase, and not in a place
    bool speaks = false;
  };
  std::vector<Places> places(entities_.size());
  for (auto const& use : uses_) {
    if (use.entity == no_entity || entities_[use.entity].words != 1) continue;
    auto& place = places[use.entity];
    if (use.last != parsed_.phrase(use.phrase).last) continue;
    auto const before = use.phrase > 0 ? parsed_.phrase(use.phrase - 1) : Phrase{};
    auto const preposition_word = before.is(PhraseKind::preposition) ? parsed_.token(before.first).key : WordKey{0};
    place.stands_alone =
        place.stands_alone ||
        (preposition_word != key_of("in") && preposition_word != key_of("at") && preposition_word != key_of("near") &&
         preposition_word != key_of("outside") && preposition_word != key_of("of"));
    auto const is_reporting = [this](Phrase const& phrase) {
      return phrase.is(PhraseKind::cue) && parsed_.token(phrase.last - 1).has(WordClass::speech);
    };
    place.speaks = place.speaks || is_reporting(before) ||
                   (use.phrase + 1 < parsed_.phrases.size() && is_reporting(parsed_.phrase(use.phrase + 1)));
  }
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    auto& entity = entities_[i];
    auto const& word = parsed_.token(entity.first_token);
    if (entity.words != 1 || !entity.titled_name.empty() || !entity.roles.empty()) continue;
    if (entity.is_person && !places[i].stands_alone) entity.is_person = false;
    if (!entity.is_person && places[i].speaks && !word.all_capitals &&
        (word.classes == Classes() || word.has(given_name)))
      entity.may_be_person = true;
  }
}

}  // namespace quoth::grammar
