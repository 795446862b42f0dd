// SPDX-License-Identifier: MIT
#include "text/names/person_name.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/names/name_lexicon.hpp"
#include "text/words/words.hpp"

namespace quoth::text {

namespace {

// The matching key of a word, without dots: "jr" for "J.R.", "o'neill" for "O’Neill".
std::string key_of(std::string_view word) {
  auto const words = split_words(word);
  std::string key;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) key += ' ';
    key += words.key(i);
  }
  return key;
}

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    auto const end = std::min(text.find_first_of(" \t\n\r"), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string join(std::vector<std::string_view> const& words, std::size_t first, std::size_t last) {
  std::string joined;
  for (auto i = first; i < last; ++i) {
    if (i > first) joined += ' ';
    joined += words[i];
  }
  return joined;
}

std::string_view without_comma(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ':' || word.back() == ';')) word.remove_suffix(1);
  return word;
}

bool is_suffix(std::string_view word) {
  static constexpr std::array<std::string_view, 13> suffixes{"jr", "sr",  "ii",   "iii", "iv", "v", "esq",
                                                             "md", "phd", "ph d", "qc",  "kc", "mp"};
  return std::ranges::find(suffixes, key_of(word)) != suffixes.end();
}

bool is_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 34> particles{
      "de",  "del", "della", "di",  "da", "dos", "das",  "du",  "la", "le",    "van", "von",
      "der", "den", "ter",   "ten", "zu", "bin", "bint", "ibn", "al", "el",    "abu", "st",
      "ben", "af",  "av",    "y",   "e",  "dal", "lo",   "mac", "ap", "vander"};
  return std::ranges::find(particles, key_of(word)) != particles.end();
}

// The name without a remark in brackets: "Anna Moreau (chair)".
std::string_view without_brackets(std::string_view name) {
  auto const open = name.find_first_of("([");
  return open == name.npos || open == 0 ? name : name.substr(0, open);
}

// The words of a name, "Moreau, Anna R." put in order. What follows the comma is not a given name where it is a suffix,
// or where a whole name precedes it: "Anna Moreau, mayor of Vellmark".
std::vector<std::string_view> words_in_order(std::string_view name) {
  name = without_brackets(name);
  auto const comma = name.find(',');
  auto words = split_at_blanks(name);
  if (comma != name.npos && name.find(',', comma + 1) == name.npos) {
    auto const before = split_at_blanks(name.substr(0, comma));
    auto after = split_at_blanks(name.substr(comma + 1));
    auto const is_surname = before.size() == 1 || (!before.empty() && is_particle(before.front()));
    if (is_surname && !after.empty() && !is_suffix(after.front())) {
      after.insert(after.end(), before.begin(), before.end());
      words = after;
    }
    if (!is_surname && !after.empty() && !is_suffix(after.front())) words = before;
  }
  for (auto& word : words) word = without_comma(word);
  std::erase_if(words, [](std::string_view word) { return key_of(word).empty(); });
  return words;
}

constexpr std::size_t longest_title = 3;  // words

// How many words from `first` on are one title. At least one word is left for the name.
std::size_t title_at(std::vector<std::string_view> const& words, std::size_t first, bool only_role_ends) {
  auto const& titles = name_lexicon().titles;
  for (auto length = std::min(longest_title, words.size() - 1 - first); length > 0; --length) {
    auto const found = titles.find(key_of(join(words, first, first + length)));
    if (found != titles.end() && (found->second.ends_role || !only_role_ends)) return length;
  }
  return 0;
}

// How many of the first words are titles ("Lt. Gov.") or a role that ends in one ("White House Press Secretary").
std::size_t title_length(std::vector<std::string_view> const& words) {
  // In "Dean Moreau", a first word that is also a given name is one.
  bool const starts_with_name = name_lexicon().is_given_name(key_of(words.front()));
  if (starts_with_name && words.size() == 2) return 0;
  std::size_t length = 0;
  for (auto next = title_at(words, 0, false); next > 0; next = title_at(words, length, false)) length += next;
  if (length > 0 || starts_with_name) return length;
  for (std::size_t first = words.size() - 1; first-- > 1;) {
    if (auto const title = title_at(words, first, true); title > 0) return first + title;
  }
  return 0;
}

bool is_initial(std::string_view key) { return key.size() == 1; }

bool given_names_agree(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (is_initial(a) || is_initial(b)) return a.front() == b.front();
  return is_short_form(a, b);
}

// Whether the first given names agree, or one person goes by a middle name of the other.
bool given_agree(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  if (a.empty() || b.empty()) return true;
  if (given_names_agree(a.front(), b.front())) return true;
  return std::ranges::find(b, a.front()) != b.end() || std::ranges::find(a, b.front()) != a.end();
}

// The surname without particles, as a matching key.
std::string bare_surname(std::string_view surname) {
  auto const words = split_at_blanks(surname);
  std::size_t first = 0;
  while (first + 1 < words.size() && is_particle(words[first])) ++first;
  return key_of(join(words, first, words.size()));
}

// The surname with its ending in one spelling of several transliterations: "Zelensky", "Zelenskyy", "Zelenskiy",
// "Zelenskii".
std::string plain_ending(std::string key) {
  constexpr std::size_t shortest = 5;  // bytes of a stem
  auto const stem = key.find_last_not_of("iyj") + 1;
  if (stem < shortest || stem == key.size()) return key;
  return key.substr(0, stem) + "y";
}

bool surnames_agree(NameKeys const& a, NameKeys const& b) {
  if (a.surname.empty() || b.surname.empty()) return false;
  return a.plain_surname == b.plain_surname || a.bare_surname == b.surname || b.bare_surname == a.surname;
}

// The gender that a form of address implies; other titles are used for both.
Gender addressed_as(PersonName const& name) {
  for (auto const& title : name.titles) {
    auto const key = key_of(title);
    if (key == "mr" || key == "sir") return Gender::male;
    if (key == "mrs" || key == "ms" || key == "miss") return Gender::female;
  }
  return Gender::unknown;
}

// Whether one's form of address contradicts the other's gender: "Mrs. Moreau" is not Joe Moreau.
bool is_other_address(NameKeys const& a, NameKeys const& b) {
  return a.address != Gender::unknown && b.bearer != Gender::unknown && a.address != b.bearer;
}

// Whether all words of `name` are the surname of `other`, with its particles.
bool is_surname_of(NameKeys const& name, NameKeys const& other) {
  return !name.whole_surname.empty() && name.whole_surname == other.surname;
}

std::string_view without_article(std::string_view name) {
  return name.starts_with("the ") || name.starts_with("The ") ? name.substr(4) : name;
}

}  // namespace

PersonName parse_name(std::string_view name) {
  PersonName parsed;
  auto words = words_in_order(name);
  if (words.size() > 1 && is_suffix(words.back())) {
    parsed.suffix = words.back();
    words.pop_back();
  }
  if (words.empty()) return parsed;
  auto const titles = title_length(words);
  if (titles > 0) parsed.titles.push_back(join(words, 0, titles));
  auto surname = words.size() - 1;
  while (surname > titles && is_particle(words[surname - 1])) {
    bool const could_be_given = surname - 1 == titles && name_lexicon().is_given_name(key_of(words[titles]));
    if (could_be_given) break;
    --surname;
  }
  for (auto i = titles; i < surname; ++i) parsed.given.emplace_back(words[i]);
  parsed.surname = join(words, surname, words.size());
  return parsed;
}

NameKeys::NameKeys(std::string_view name) {
  auto const parsed = parse_name(without_article(name));
  std::ranges::transform(parsed.given, std::back_inserter(given), key_of);
  surname = key_of(parsed.surname);
  plain_surname = plain_ending(surname);
  bare_surname = quoth::text::bare_surname(parsed.surname);
  if (parsed.given.size() == 1 && is_particle(parsed.given.front()))
    whole_surname = key_of(parsed.given.front() + " " + parsed.surname);
  suffix = key_of(parsed.suffix);
  address = bearer = addressed_as(parsed);
  if (bearer != Gender::unknown || given.empty()) return;
  auto const found = name_lexicon().given.find(given.front());
  if (found != name_lexicon().given.end()) bearer = found->second;
}

bool same_person(NameKeys const& a, NameKeys const& b) {
  // "Van der Berg", whose "Van" could be taken for a given name.
  if (is_surname_of(a, b) || is_surname_of(b, a)) return true;
  if (!surnames_agree(a, b)) return false;
  if (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix) return false;
  if (is_other_address(a, b) || is_other_address(b, a)) return false;
  return given_agree(a.given, b.given);
}

bool same_person(std::string_view a, std::string_view b) { return same_person(NameKeys(a), NameKeys(b)); }

Gender gender_of(PersonName const& name) {
  auto const& lexicon = name_lexicon();
  for (auto const& title : name.titles) {
    auto const words = split_at_blanks(title);
    for (std::size_t first = 0; first < words.size(); ++first) {
      auto const found = lexicon.titles.find(key_of(join(words, first, words.size())));
      if (found != lexicon.titles.end() && found->second.gender != Gender::unknown) return found->second.gender;
    }
  }
  for (auto const& word : name.given) {
    auto const found = lexicon.given.find(key_of(word));
    if (found != lexicon.given.end()) return found->second;
  }
  return Gender::unknown;
}

}  // namespace quoth::text
