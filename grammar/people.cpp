// SPDX-License-Identifier: MIT
#include "people.hpp"

#include <algorithm>

namespace quoth::grammar {

namespace {

using enum WordClass;

// Words that stand before a name without being part of it.
bool is_title_word(Token const& token) { return token.any(title | any_person) && !token.any(given_name | plural); }

bool is_name_word(Token const& token) {
  return token.is_word() && token.capital &&
         !token.any(determiner | preposition | auxiliary | conjunction | relative | time);
}

// The "of", "for", "de la" between capitals.
bool is_link(Token const& token) {
  return token.is_word() && !token.capital &&
         (token.any(of | article) || token.key == key_of("for") || token.has(particle));
}

bool is_initial(Token const& token) { return token.dotted && token.last - token.first == 2; }

bool agree(Token const& a, Token const& b) {
  auto const length = [](Token const& token) { return token.last - token.first - (token.dotted ? 1U : 0U); };
  return a.key == b.key || length(a) == 1 || length(b) == 1;
}

}  // namespace

People::People(Scene const& scene) : scene_(scene) {
  for (std::uint32_t i = 0; i < scene_.phrases.size(); ++i) {
    if (scene_.phrase(i).is(PhraseKind::nominal)) find_names(i);
  }
  link_single_names();
}

std::uint32_t People::named(WordKey key) const {
  if (auto const found = by_surname_.find(key); found != by_surname_.end()) return found->second.front();
  auto const found = by_words_.find(key);
  return found == by_words_.end() ? no_entity : found->second;
}

std::pair<NameUse const*, NameUse const*> People::uses_in(std::uint32_t first, std::uint32_t last) const {
  auto const begin = std::ranges::lower_bound(uses_, first, {}, &NameUse::phrase);
  auto const end = std::ranges::lower_bound(begin, uses_.end(), last, {}, &NameUse::phrase);
  return {uses_.data() + (begin - uses_.begin()), uses_.data() + (end - uses_.begin())};
}

Span People::span(std::uint32_t first, std::uint32_t last) const {
  auto const& end = scene_.token(last - 1);
  return {scene_.token(first).first, end.last - (end.possessive ? 2U : 0U)};
}

// The runs of capitalised words in a nominal.
void People::find_names(std::uint32_t phrase_index) {
  auto const& phrase = scene_.phrase(phrase_index);
  for (auto i = phrase.first; i < phrase.last; ++i) {
    if (!is_name_word(scene_.token(i)) || scene_.token(i).title_case) continue;
    auto last = i + 1;
    while (last < phrase.last && !scene_.token(last - 1).possessive) {
      auto next = last;
      while (next < phrase.last && next < last + 2 && is_link(scene_.token(next))) ++next;
      if (next == phrase.last || !is_name_word(scene_.token(next))) break;
      last = next + 1;
    }
    add_name(phrase_index, i, last);
    i = last - 1;
  }
}

// Where the name starts in "Secretary of Commerce Ana Okafor", from the link on: at a given name, or two words before
// the end where three or more follow the link. The end where it is the office alone.
std::uint32_t People::behind_office(std::uint32_t link, std::uint32_t last) const {
  auto first = link;
  while (first < last && is_link(scene_.token(first))) ++first;
  for (auto i = first; i + 1 < last; ++i) {
    if (scene_.token(i).has(given_name)) return i;
  }
  return last - first > 2 ? last - 2 : last;
}

// Where the name ends in "Ana Okafor of Harrow".
std::uint32_t People::before_origin(std::uint32_t name, std::uint32_t last) const {
  for (auto i = name + 2; i < last; ++i) {
    if (scene_.token(i).has(of)) return i;
  }
  return last;
}

void People::add_name(std::uint32_t phrase, std::uint32_t first, std::uint32_t last) {
  auto name = first;  // behind the last title
  bool const is_body = scene_.token(last - 1).any(Classes(body) | outlet);
  for (auto i = first; !is_body && i + 1 < last; ++i) {
    if (!is_title_word(scene_.token(i))) continue;
    bool const surname =
        i > first && (is_initial(scene_.token(i - 1)) || (name > first && scene_.token(name).has(given_name)));
    if (!surname) name = i + 1;  // else "Rep. Peter T. King"
  }
  if (name + 1 == last && is_title_word(scene_.token(name))) return;  // "President" alone is a role
  if (name + 1 < last && is_link(scene_.token(name))) name = behind_office(name, last);
  if (name == last) return;  // "Mayor of New Harrow" is a role
  NameUse use{phrase, name, last, no_entity};
  bool const titled = name > first;
  bool const given = scene_.token(name).has(given_name);
  bool const described = name > scene_.phrase(phrase).first && scene_.token(name - 1).any(any_person);
  if (last - name == 1) {
    use.entity = no_entity;  // linked once all full names are known
  } else if (!is_body && (titled || given || described || is_called_person(phrase))) {
    use.entity = person_named({phrase, name, before_origin(name, last), no_entity}, name);
  } else {
    use.entity = body_named(use, name);
    bool all_plain = true;
    for (auto i = name; i < last; ++i) {
      all_plain = all_plain && is_name_word(scene_.token(i)) && !scene_.token(i).all_capitals;
    }
    entities_[use.entity].may_be_person = !is_body && all_plain && last - name <= 3;
  }
  uses_.push_back(use);
  if (use.entity == no_entity) return;
  auto& entity = entities_[use.entity];
  if (entity.is_person) add_title(entity, scene_.phrase(phrase).first, name);
  add_apposition(phrase, entity);
  add_acronym(phrase, entity);
}

std::uint32_t People::person_named(NameUse const& use, std::uint32_t first_word) {
  auto last = use.last;
  if (last - first_word > 2 && scene_.token(last - 1).has(name_suffix)) --last;
  auto const& given = scene_.token(first_word);
  auto& bearers = by_surname_[scene_.token(last - 1).key];
  auto const words = last - first_word;
  for (auto const index : bearers) {
    auto& known = entities_[index];
    // The name's own tokens are found again by its place.
    auto const token = std::ranges::lower_bound(scene_.narrative.tokens, known.name.first, {}, &Token::first);
    if (!agree(*token, given)) continue;
    if (words > known.words) {
      known.name = span(first_word, use.last);
      known.words = words;
    }
    return index;
  }
  Entity entity;
  entity.name = span(first_word, use.last);
  entity.words = words;
  entity.is_person = true;
  if (given.has(given_name)) {
    entity.female += given.has(woman);
    entity.male += given.has(man);
  }
  bearers.push_back(static_cast<std::uint32_t>(entities_.size()));
  entities_.push_back(std::move(entity));
  return bearers.back();
}

std::uint32_t People::body_named(NameUse const& use, std::uint32_t first_word) {
  auto key = empty_key;
  for (auto i = first_word; i < use.last; ++i) key = combine(key, scene_.token(i).key);
  auto const [found, fresh] = by_words_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
  if (fresh) {
    Entity entity;
    entity.name = span(first_word, use.last);
    entity.words = use.last - first_word;
    entities_.push_back(std::move(entity));
  }
  return found->second;
}

// What stands before the name in its nominal: "Mr.", "Mayor", "campaign manager".
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

// "Okafor, the mayor of Harrow,", "the mayor, Ana Okafor,"
void People::add_apposition(std::uint32_t phrase, Entity& entity) {
  if (!entity.is_person) return;
  auto const count = scene_.phrases.size();
  if (phrase + 2 < count && scene_.phrase(phrase + 1).is(PhraseKind::comma)) add_role(phrase + 2, entity);
  if (phrase >= 2 && scene_.phrase(phrase - 1).is(PhraseKind::comma)) add_role(phrase - 2, entity);
}

// "Adaeze Okafor, the mayor of Harrow, …", "Adaeze Okafor, who …", "the town’s mayor, Adaeze Okafor": whatever the
// name, a person bears it.
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

// Single names stand for somebody named in full, or for themselves.
void People::link_single_names() {
  for (auto& use : uses_) {
    if (use.entity != no_entity) continue;
    auto const& word = scene_.token(use.first);
    auto const before = use.first > 0 ? scene_.token(use.first - 1) : Token{};
    if (auto const found = by_surname_.find(word.key); found != by_surname_.end()) {
      use.entity = best_of_surname(found->second, before);
      if (before.has(title)) add_title(entities_[use.entity], use.first - 1, use.first);
      continue;
    }
    if (auto const acronym = by_words_.find(word.key); acronym != by_words_.end()) {
      use.entity = acronym->second;
      continue;
    }
    auto const index = static_cast<std::uint32_t>(entities_.size());
    Entity entity;
    entity.name = span(use.first, use.last);
    entity.words = 1;
    entity.is_person = before.has(title) || word.has(given_name);
    if (word.has(given_name)) {
      entity.female += word.has(woman);
      entity.male += word.has(man);
    }
    entities_.push_back(std::move(entity));
    if (before.has(title)) add_title(entities_.back(), use.first - 1, use.first);
    by_words_.emplace(word.key, index);
    use.entity = index;
  }
}

// Of several people of one surname, the one whom the title fits, else the one named first.
std::uint32_t People::best_of_surname(std::vector<std::uint32_t> const& bearers, Token const& title_word) const {
  for (auto const index : bearers) {
    auto const& entity = entities_[index];
    if (title_word.has(title) && title_word.has(woman) && entity.female <= entity.male) continue;
    if (title_word.has(title) && title_word.has(man) && entity.male < entity.female) continue;
    bool const has_role = std::ranges::find(entity.role_heads, title_word.key) != entity.role_heads.end();
    if (title_word.any(title) && !title_word.any(man | woman) && bearers.size() > 1 && !has_role) continue;
    return index;
  }
  return bearers.front();
}

}  // namespace quoth::grammar
