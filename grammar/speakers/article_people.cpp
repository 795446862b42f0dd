// SPDX-License-Identifier: MIT
#include "grammar/speakers/article_people.hpp"

#include <algorithm>
#include <span>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/speakers_tuning.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;
using Tuned = PeopleTuning;

constexpr std::uint32_t never = 0xFFFFFFFF;  // no token

bool is_name_word(Token const& token) {
  return token.is_word() && token.capital &&
         !token.any(determiner | preposition | auxiliary | conjunction | relative | time);
}

// Whether the word links capitalised ones: "of", "for", "de la".
bool is_link(Token const& token) {
  return token.is_word() && !token.capital &&
         (token.any(of | article) || token.key == key_of("for") || token.has(particle));
}

bool is_initial(Token const& token) { return token.dotted && token.last - token.first == 2; }

bool agree(Token const& a, Token const& b) {
  auto const length = [](Token const& token) { return token.last - token.first - (token.dotted ? 1U : 0U); };
  return a.key == b.key || length(a) == 1 || length(b) == 1;
}

// The last bearers of a name that were found, at most `most_bearers`.
std::span<std::uint32_t const> newest(std::vector<std::uint32_t> const& bearers) {
  auto const count = std::min(bearers.size(), Tuned::most_bearers);
  return {bearers.data() + (bearers.size() - count), count};
}

}  // namespace

bool is_title_word(Token const& token) { return token.any(title | any_person) && !token.any(given_name | plural); }

People::People(ParsedText const& parsed) : parsed_(parsed) {
  for (std::uint32_t i = 0; i < parsed_.phrases.size(); ++i) {
    if (parsed_.phrase(i).is(PhraseKind::nominal)) find_names(i);
  }
  link_single_names();
  judge_single_names();
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
  auto const& end = parsed_.token(last - 1);
  return {parsed_.token(first).first, end.last - (end.possessive ? 2U : 0U)};
}

// The end of the run of capitalised words that starts at `first`.
std::uint32_t People::end_of_name(std::uint32_t first, std::uint32_t end) const {
  auto last = first + 1;
  while (last < end && !parsed_.token(last - 1).possessive) {
    auto next = last;
    while (next < end && next < last + Tuned::longest_link && is_link(parsed_.token(next))) ++next;
    if (next == end || !is_name_word(parsed_.token(next))) break;
    last = next + 1;
  }
  return last;
}

// Finds the runs of capitalised words in a nominal.
void People::find_names(std::uint32_t phrase_index) {
  auto const& phrase = parsed_.phrase(phrase_index);
  for (auto i = std::max(phrase.first, named_up_to_); i < phrase.last; ++i) {
    if (!is_name_word(parsed_.token(i)) || parsed_.token(i).title_case) continue;
    auto const last = end_of_name(i, phrase.last);
    if (last < phrase.last || !add_nicknamed(phrase_index, i, last)) add_name(phrase_index, i, last);
    i = last - 1;
  }
}

// "Dale “Tank” Moody": one name with a nickname in it.
bool People::add_nicknamed(std::uint32_t phrase, std::uint32_t first, std::uint32_t last) {
  if (phrase + 2 >= parsed_.phrases.size() || !parsed_.phrase(phrase + 1).is(PhraseKind::quotation)) return false;
  auto const& nickname = parsed_.span_features(phrase + 1);
  auto const& rest = parsed_.phrase(phrase + 2);
  if (nickname.words > NonSpeechTuning::longest_nickname || nickname.ending != Ending::none || nickname.starts_lower)
    return false;
  if (!rest.is(PhraseKind::nominal) || !is_name_word(parsed_.token(rest.first))) return false;
  auto const name = behind_titles(first, last);
  if (!parsed_.token(name).has(given_name) || parsed_.token(last - 1).possessive) return false;
  auto const end = end_of_name(rest.first, rest.last);
  auto const entity = person_named(name, end);
  auto& known = entities_[entity];
  if (nickname.words == 1) {  // "Ferdie said"
    auto& bearers = by_given_[nickname.first_key];
    if (std::ranges::find(bearers, entity) == bearers.end()) bearers.push_back(entity);
  }
  known.nickname = Span{parsed_.first_token(phrase + 1).first, parsed_.first_token(phrase + 1).last};
  add_title(known, parsed_.phrase(phrase).first, name);
  uses_.push_back({phrase, name, last, entity});
  uses_.push_back({phrase + 2, rest.first, end, entity});
  add_apposition(phrase + 2, known);
  named_up_to_ = end;
  return true;
}

// The start of the name in "Secretary of Commerce Ana Okafor", from the link "of" on: a given name, or the second word
// from the end where three or more follow the link. `last` if it is the office alone.
std::uint32_t People::behind_office(std::uint32_t link, std::uint32_t last) const {
  auto first = link;
  while (first < last && is_link(parsed_.token(first))) ++first;
  for (auto i = first; i + 1 < last; ++i) {
    if (parsed_.token(i).has(given_name)) return i;
  }
  return last - first > 2 ? last - 2 : last;
}

// The end of the name in "Ana Okafor of Harrow".
std::uint32_t People::before_origin(std::uint32_t name, std::uint32_t last) const {
  for (auto i = name + 2; i < last; ++i) {
    if (parsed_.token(i).has(of)) return i;
  }
  return last;
}

// The start of the name in "Rep. Peter T. King": after the last title that is not a surname. Words in a body's name are
// not titles: "Harrow Institute for Marine Study".
std::uint32_t People::behind_titles(std::uint32_t first, std::uint32_t last) const {
  auto name = first;
  if (parsed_.outer_text.language == Language::german) {  // whatever stands before a given name is an office
    for (auto i = first; i + 1 < last; ++i) {
      if (parsed_.token(i).has(given_name) && parsed_.token(i).capital) return i;
    }
  }
  bool in_body = false;
  for (auto i = first; i + 1 < last; ++i) {
    auto const& word = parsed_.token(i);
    in_body = in_body || word.has(body);
    bool const plural_title = word.has(plural) && word.any(any_person) && parsed_.token(i + 1).has(given_name);
    if (plural_title) name = i + 1;  // "Brothers Sam and Ned"
    if (!is_title_word(word) || (in_body && !word.has(title) && !parsed_.token(i + 1).has(given_name))) continue;
    bool const surname =
        i > first && (is_initial(parsed_.token(i - 1)) || (name > first && parsed_.token(name).has(given_name)));
    if (!surname) name = i + 1;
  }
  return name;
}

// Whether the words are a surname alone, with its particles: "Van der Meer".
bool People::is_surname(std::uint32_t name, std::uint32_t last) const {
  if (last - name == 1) return true;
  auto const& first = parsed_.token(name);
  if (!first.has(particle) || (first.has(given_name) && last - name == 2)) return false;
  for (auto i = name + 1; i + 1 < last; ++i) {
    if (!parsed_.token(i).has(particle) || parsed_.token(i).capital) return false;
  }
  return true;
}

// "HARROW, March 5, 2031" at the start of a paragraph.
bool People::is_dateline(std::uint32_t phrase, std::uint32_t last) const {
  return parsed_.token(last - 1).all_capitals && phrase + 2 < parsed_.phrases.size() &&
         (phrase == 0 || parsed_.phrase(phrase - 1).is(PhraseKind::paragraph_end)) &&
         parsed_.phrase(phrase + 1).is(PhraseKind::comma) && parsed_.first_token(phrase + 2).has(month);
}

void People::add_name(std::uint32_t phrase, std::uint32_t first, std::uint32_t last) {
  if (is_dateline(phrase, last)) return;
  bool const is_body = parsed_.token(last - 1).any(Classes(body) | outlet);
  auto name = is_body ? first : behind_titles(first, last);
  if (name + 1 < last && is_link(parsed_.token(name)) && !parsed_.token(name).has(particle))
    name = behind_office(name, last);
  if (name == last) return;  // "Mayor of New Harrow" is a role
  NameUse use{phrase, name, last, no_entity};
  bool const titled = name > first;
  bool const article_before = name > 0 && parsed_.token(name - 1).has(article);  // "the Denver Broncos"
  bool const given = parsed_.token(name).has(given_name) && !article_before;
  bool const described = name > parsed_.phrase(phrase).first && parsed_.token(name - 1).any(any_person);
  if (is_surname(name, last)) {
    use.entity = no_entity;  // linked once all full names are known
  } else if (!is_body && (titled || given || described || is_called_person(phrase))) {
    use.entity = person_named(name, before_origin(name, last));
  } else {
    use.entity = body_named(use, name);
    // "Wren’s The Salt Road"
    bool const is_work =
        article_before && name > 1 && parsed_.token(name - 1).capital && parsed_.token(name - 2).is_word();
    note_plain_name(use, is_body || is_work);
  }
  uses_.push_back(use);
  if (use.entity == no_entity) return;
  auto& entity = entities_[use.entity];
  if (entity.is_person) add_title(entity, parsed_.phrase(phrase).first, name);
  add_apposition(phrase, entity);
  add_acronym(phrase, entity);
}

// The token of the surname: the last one, or the first where the last is hyphenated like a Korean given name: "Baek
// Jun-ho".
std::uint32_t People::surname_of(std::uint32_t first, std::uint32_t last) const {
  return parsed_.token(last - 1).hyphenated ? first : last - 1;
}

// Two to four capitalised words may be a person whom no list has: "Jun-ho Baek".
void People::note_plain_name(NameUse const& use, bool is_body) {
  auto& entity = entities_[use.entity];
  if (entity.may_be_person || is_body || use.last - use.first > Tuned::longest_plain_name) return;
  for (auto i = use.first; i < use.last; ++i) {
    auto const& word = parsed_.token(i);
    if (word.all_capitals || word.has(body) || !(is_name_word(word) || word.has(particle))) return;
  }
  entity.may_be_person = true;
  if (parsed_.token(use.first).any(adverb | place_prefix)) return;
  by_plain_surname_.try_emplace(parsed_.token(surname_of(use.first, use.last)).key, use.entity);
}

// The entity of the person named by the words [first, end), which may end in a suffix; a new one if none fits.
std::uint32_t People::person_named(std::uint32_t first, std::uint32_t end) {
  auto last = end;
  auto suffix = WordKey{0};
  if (last - first > 2 && parsed_.token(last - 1).has(name_suffix)) suffix = parsed_.token(--last).key;
  auto const& given = parsed_.token(first);
  auto& bearers = by_surname_[parsed_.token(surname_of(first, last)).key];
  auto const words = last - first;
  for (auto const index : newest(bearers)) {
    auto& known = entities_[index];
    bool const same_suffix = known.suffix == suffix || known.suffix == 0 || suffix == 0;
    if (known.words < 2 || !same_suffix || !agree(parsed_.token(known.first_token), given)) continue;
    if (words > known.words || (words == known.words && known.suffix == 0 && suffix != 0)) {
      known.name = span(first, end);
      known.words = words;
      known.suffix = suffix;
      known.first_token = first;
    }
    return index;
  }
  auto const index = static_cast<std::uint32_t>(entities_.size());
  Entity entity;
  entity.name = span(first, end);
  entity.first_token = first;
  entity.words = words;
  entity.suffix = suffix;
  entity.is_person = true;
  if (given.has(given_name)) {
    entity.female += given.has(woman);
    entity.male += given.has(man);
    by_given_[given.key].push_back(index);
  }
  bearers.push_back(index);
  entities_.push_back(std::move(entity));
  return index;
}

std::uint32_t People::body_named(NameUse const& use, std::uint32_t first_word) {
  auto key = empty_key;
  for (auto i = first_word; i < use.last; ++i) key = combine(key, parsed_.token(i).key);
  auto const [found, fresh] = by_words_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
  if (fresh) {
    Entity entity;
    entity.name = span(first_word, use.last);
    entity.first_token = first_word;
    entity.words = use.last - first_word;
    entities_.push_back(std::move(entity));
  }
  return found->second;
}

// Links each single name to somebody named in full, else to an entity of its own. "President" alone is a role, and so
// is "King" unless a Peter King is named.
void People::link_single_names() {
  std::erase_if(uses_, [&](NameUse const& use) {
    auto const& word = parsed_.token(use.last - 1);
    return use.entity == no_entity && is_title_word(word) && !by_surname_.contains(word.key);
  });
  std::vector<std::uint32_t> last_uses(entities_.size(), never);  // tokens, by entity
  for (auto& use : uses_) {
    bool const single = use.entity == no_entity;
    auto const before = use.first > 0 ? parsed_.token(use.first - 1) : Token{};
    if (single) use.entity = known_by_single_name(parsed_.token(use.last - 1), before, last_uses, use.first);
    if (use.entity == no_entity) use.entity = single_name(use, before);
    last_uses.resize(entities_.size(), never);
    last_uses[use.entity] = use.first;
    if (!single) continue;
    if (before.has(title)) add_title(entities_[use.entity], use.first - 1, use.first);
    auto& entity = entities_[use.entity];
    if (entity.is_person) add_apposition(use.phrase, entity);
  }
}

// The entity that a surname, an acronym, or a given name with only one bearer stands for; `no_entity` for none.
std::uint32_t People::known_by_single_name(Token const& word, Token const& before,
                                           std::vector<std::uint32_t> const& last_uses, std::uint32_t at) const {
  if (auto const found = by_surname_.find(word.key); found != by_surname_.end())
    return best_of_surname(found->second, before, last_uses, at);
  if (auto const found = by_words_.find(word.key); found != by_words_.end() && !before.any(man | woman))
    return found->second;
  if (auto const found = by_plain_surname_.find(word.key); found != by_plain_surname_.end()) return found->second;
  auto const given = by_given_.find(word.key);
  bool const one = given != by_given_.end() && given->second.size() == 1;
  return one && !before.has(title) ? given->second.front() : no_entity;
}

std::uint32_t People::single_name(NameUse const& use, Token const& before) {
  auto const& word = parsed_.token(use.last - 1);
  auto const index = static_cast<std::uint32_t>(entities_.size());
  Entity entity;
  entity.name = span(use.first, use.last);
  entity.first_token = use.first;
  entity.words = 1;
  entity.is_person = before.has(title) || word.has(given_name) || is_called_person(use.phrase);
  if (word.has(given_name)) {
    entity.female += word.has(woman);
    entity.male += word.has(man);
  }
  bool const of_a_couple = before.has(title) && before.any(man | woman);
  if (of_a_couple) {  // "Mr. Pell" is not "Mrs. Pell", and the titles tell them apart
    auto& bearers = by_surname_[word.key];
    entity.titled_name = span(use.first - 1, use.last);
    for (auto const other : newest(bearers)) {
      auto& spouse = entities_[other];
      if (spouse.words == 1) spouse.name = spouse.titled_name;
      entity.name = entity.titled_name;
    }
    bearers.push_back(index);
  } else {
    by_words_.emplace(word.key, index);
  }
  entities_.push_back(std::move(entity));
  return index;
}

// Of several people of one surname, the one whom the title fits and who was named first, unless that was long ago and
// another was named just now. `no_entity` if the title is one of the other sex.
std::uint32_t People::best_of_surname(std::vector<std::uint32_t> const& bearers, Token const& title_word,
                                      std::vector<std::uint32_t> const& last_uses, std::uint32_t at) const {
  bool const titled = title_word.has(title);
  bool others = false;
  auto best = no_entity;
  auto const since = [&](std::uint32_t index) {
    return index < last_uses.size() && last_uses[index] != never ? at - last_uses[index] : never;
  };
  for (auto const index : newest(bearers)) {
    auto const& entity = entities_[index];
    // "Mr." outweighs a given name that is a woman's in most countries; a "Mrs." may be the wife.
    bool const wrong_sex = (titled && title_word.has(woman) && entity.female < entity.male) ||
                           (titled && title_word.has(man) && entity.male + (bearers.size() == 1) < entity.female);
    others = others || !wrong_sex;
    if (wrong_sex || (titled && title_word.has(woman) && entity.female == 0 && bearers.size() > 1)) continue;
    bool const has_role = std::ranges::find(entity.role_heads, title_word.key) != entity.role_heads.end();
    if (titled && !title_word.any(man | woman) && bearers.size() > 1 && !has_role) continue;
    if (best == no_entity || (since(best) > Tuned::long_ago && since(index) <= Tuned::just_now)) best = index;
  }
  return best != no_entity ? best : others ? bearers.front() : no_entity;
}

}  // namespace quoth::grammar
