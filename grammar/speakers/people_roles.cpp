// SPDX-License-Identifier: MIT
// What the article says of the people it names: titles, roles, acronyms.
#include <algorithm>

#include "grammar/speakers/article_people.hpp"

namespace quoth::grammar {

using enum WordClass;

// What is before the name in its nominal: "Mr.", "Mayor", "campaign manager".
void People::add_title(Entity& entity, std::uint32_t first, std::uint32_t last) {
  while (first < last && scene_.token(first).any(determiner | possessive)) ++first;
  if (first == last) return;
  for (auto i = first; i < last; ++i) {
    auto const& word = scene_.token(i);
    if (word.any(title | any_person) && !word.has(given_name)) {
      entity.female += 2 * word.has(woman);
      entity.male += 2 * word.has(man);
    }
  }
  if (scene_.token(last - 1).dotted || !is_title_word(scene_.token(last - 1))) return;
  auto const role = scene_.token(last - 1).key;
  if (std::ranges::find(entity.role_heads, role) != entity.role_heads.end()) return;
  entity.roles.push_back(span(first, last));
  entity.role_heads.push_back(role);
}

// Takes roles from appositions: "Okafor, the mayor of Harrow,", "the mayor, Ana Okafor,".
void People::add_apposition(std::uint32_t phrase, Entity& entity) {
  if (!entity.is_person) return;
  auto const count = scene_.phrases.size();
  if (phrase + 2 < count && scene_.phrase(phrase + 1).is(PhraseKind::comma)) add_role(phrase + 2, entity);
  if (phrase >= 2 && scene_.phrase(phrase - 1).is(PhraseKind::comma)) add_role(phrase - 2, entity);
}

// Whether what is beside the name shows that a person bears it: "Adaeze Okafor, the mayor of Harrow, …", "Adaeze
// Okafor, who …", "the town’s mayor, Adaeze Okafor".
bool People::is_called_person(std::uint32_t phrase) const {
  auto const is_role = [this](std::uint32_t index) {
    auto const& role = scene_.phrase(index);
    if (!role.is(PhraseKind::nominal)) return false;
    auto const& head = scene_.token(role.last - 1);
    return head.any(any_person) && !head.any(plural | given_name) && !head.possessive;
  };
  if (phrase >= 2 && scene_.phrase(phrase - 1).is(PhraseKind::comma) && is_role(phrase - 2)) return true;
  if (phrase + 3 >= scene_.phrases.size() || !scene_.phrase(phrase + 1).is(PhraseKind::comma)) return false;
  auto const& next = scene_.phrase(phrase + 2);
  if (next.is(PhraseKind::relative)) return scene_.token(next.first).key == key_of("who");
  auto const& after = scene_.phrase(phrase + 3);
  return is_role(phrase + 2) && (after.is(PhraseKind::comma) || after.is(PhraseKind::preposition));
}

void People::add_role(std::uint32_t phrase, Entity& entity) {
  auto const& role = scene_.phrase(phrase);
  if (!role.is(PhraseKind::nominal)) return;
  auto const& head = scene_.token(role.last - 1);
  if (!head.any(any_person) || head.any(plural | given_name) || head.possessive) return;
  entity.female += 2 * head.has(woman);
  entity.male += 2 * head.has(man);
  if (std::ranges::find(entity.role_heads, head.key) != entity.role_heads.end()) return;
  auto first = role.first;
  while (first + 1 < role.last && scene_.token(first).any(determiner)) ++first;
  entity.roles.push_back(span(first, role.last));
  entity.role_heads.push_back(head.key);
}

// "Harrow Water Authority (HWA)"
void People::add_acronym(std::uint32_t phrase, Entity& entity) {
  if (entity.is_person || phrase + 2 >= scene_.phrases.size() ||
      !scene_.phrase(phrase + 1).is(PhraseKind::open_bracket))
    return;
  auto const& inside = scene_.phrase(phrase + 2);
  if (!inside.is(PhraseKind::nominal) || inside.last - inside.first != 1 || !scene_.token(inside.first).all_capitals)
    return;
  entity.acronym = span(inside.first, inside.last);
  by_words_.try_emplace(scene_.token(inside.first).key, static_cast<std::uint32_t>(&entity - entities_.data()));
}

}  // namespace quoth::grammar
