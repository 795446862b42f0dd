// SPDX-License-Identifier: MIT
#include "quoth/person_name.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "name_lexicon.hpp"
#include "quoth/words.hpp"

namespace quoth {

namespace {

// A word without case, accents and dots: "J.R." is "jr", "O’Neill" is "o'neill".
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

// Without what is said of the person in brackets: "Anna Moreau (chair)".
std::string_view without_brackets(std::string_view name) {
  auto const open = name.find_first_of("([");
  return open == name.npos || open == 0 ? name : name.substr(0, open);
}

// "Moreau, Anna R." turned round; a suffix after the comma is no given name, and what follows a whole name says who
// that is: "Anna Moreau, mayor of Vellmark".
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

constexpr std::size_t longest_title = 3;

// How many words from `first` on are one title; at least one word is left for the name.
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
  // "Dean Moreau": with a single name after it, a word that is also a given name is one.
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

// The first given names agree, or one goes by a middle name of the other.
bool given_agree(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  if (a.empty() || b.empty()) return true;
  std::vector<std::string> keys_a;
  std::vector<std::string> keys_b;
  std::ranges::transform(a, std::back_inserter(keys_a), key_of);
  std::ranges::transform(b, std::back_inserter(keys_b), key_of);
  if (given_names_agree(keys_a.front(), keys_b.front())) return true;
  return std::ranges::find(keys_b, keys_a.front()) != keys_b.end() ||
         std::ranges::find(keys_a, keys_b.front()) != keys_a.end();
}

// A surname's last part, without particles.
std::string bare_surname(std::string_view surname) {
  auto const words = split_at_blanks(surname);
  std::size_t first = 0;
  while (first + 1 < words.size() && is_particle(words[first])) ++first;
  return key_of(join(words, first, words.size()));
}

// Endings of one name in several scripts' spellings: "Zelensky", "Zelenskyy", "Zelenskiy" and "Zelenskii" are the same.
std::string plain_ending(std::string key) {
  constexpr std::size_t shortest = 5;
  auto const stem = key.find_last_not_of("iyj") + 1;
  if (stem < shortest || stem == key.size()) return key;
  return key.substr(0, stem) + "y";
}

bool surnames_agree(PersonName const& a, PersonName const& b) {
  if (plain_ending(key_of(a.surname)) == plain_ending(key_of(b.surname)) && !a.surname.empty()) return true;
  auto const full_a = key_of(a.surname);
  auto const full_b = key_of(b.surname);
  if (full_a.empty() || full_b.empty()) return false;
  return full_a == full_b || bare_surname(a.surname) == full_b || bare_surname(b.surname) == full_a;
}

// What a form of address says of its bearer; other titles are borne by both.
Gender addressed_as(PersonName const& name) {
  for (auto const& title : name.titles) {
    auto const key = key_of(title);
    if (key == "mr" || key == "sir") return Gender::male;
    if (key == "mrs" || key == "ms" || key == "miss") return Gender::female;
  }
  return Gender::unknown;
}

// "Mrs. Moreau" is not Joe Moreau.
bool is_other_address(PersonName const& a, PersonName const& b) {
  auto const address = addressed_as(a);
  if (address == Gender::unknown) return false;
  auto other = addressed_as(b);
  if (other == Gender::unknown && !b.given.empty()) {
    auto const& given = name_lexicon().given;
    auto const found = given.find(key_of(b.given.front()));
    if (found != given.end()) other = found->second;
  }
  return other != Gender::unknown && other != address;
}

// Whether all words of `name` are the surname of `other`, particles included.
bool is_surname_of(PersonName const& name, PersonName const& other) {
  if (name.given.size() != 1 || !is_particle(name.given.front())) return false;
  return key_of(name.given.front() + " " + name.surname) == key_of(other.surname);
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

bool same_person(std::string_view a, std::string_view b) {
  auto const name_a = parse_name(without_article(a));
  auto const name_b = parse_name(without_article(b));
  // "Van der Berg", of which "Van" could be a given name.
  if (is_surname_of(name_a, name_b) || is_surname_of(name_b, name_a)) return true;
  if (!surnames_agree(name_a, name_b)) return false;
  if (!name_a.suffix.empty() && !name_b.suffix.empty() && key_of(name_a.suffix) != key_of(name_b.suffix)) return false;
  if (is_other_address(name_a, name_b) || is_other_address(name_b, name_a)) return false;
  return given_agree(name_a.given, name_b.given);
}

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

}  // namespace quoth
