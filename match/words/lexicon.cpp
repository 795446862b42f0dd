// SPDX-License-Identifier: MIT
#include "match/words/lexicon.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "match/words/inflection.hpp"
#include "match/words/phrase_lines.hpp"
#include "match/words/word_language.hpp"
#include "match_data.hpp"
#include "text/names/person_name.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::match {

namespace {

// A phrase as the ids of its words, and its value.
template <class Value>
struct Phrase {
  std::vector<std::uint64_t> ids;
  Value value;
};

template <class Value>
using Phrases = std::unordered_multimap<std::uint64_t, Phrase<Value>>;  // by the first word

template <class Value>
void add_phrase(Phrases<Value>& phrases, std::string_view text, Value const& value,
                WordLanguage language = WordLanguage::english) {
  TokenSequence tokens(language);
  tokens.append(text);
  Phrase<Value> phrase{{}, value};
  for (auto const& token : tokens.tokens()) phrase.ids.push_back(token.id);
  if (!phrase.ids.empty()) phrases.emplace(phrase.ids.front(), phrase);
}

template <class Value>
bool stands_at(Phrase<Value> const& phrase, TokenSequence const& tokens, std::size_t i) {
  if (i + phrase.ids.size() > tokens.size()) return false;
  for (std::size_t k = 0; k < phrase.ids.size(); ++k) {
    if (tokens[i + k].id != phrase.ids[k]) return false;
  }
  return true;
}

struct MeaningLexicon {
  std::vector<std::string_view> groups;
  Phrases<Meaning> phrases;
};

std::uint16_t index_of(std::vector<std::string_view>& names, std::string_view name) {
  auto const found = std::ranges::find(names, name);
  if (found == names.end()) names.push_back(name);
  return static_cast<std::uint16_t>(std::ranges::find(names, name) - names.begin());
}

// A family of meaning-words.txt is the name of an edit class, or one of those that only keep a word from being mistaken
// for another. Throws std::bad_optional_access for any other name.
std::optional<EditClass> family_named(std::string_view name) {
  if (name == "place" || name == "wish") return std::nullopt;
  auto const family = edit_class_named(name);
  if (!family) throw std::bad_optional_access();
  return family;
}

MeaningLexicon read_meanings(std::string_view data, WordLanguage language) {
  MeaningLexicon read;
  for (auto line : text::lines_of(data)) {
    auto const colon = line.find(':');
    auto name = line.substr(0, colon);
    Meaning meaning;
    meaning.matters_alone = name.ends_with('!');
    meaning.matters_added = name.ends_with('+');
    if (meaning.matters_alone || meaning.matters_added) name.remove_suffix(1);
    meaning.family = family_named(name.substr(0, name.find('.')));
    meaning.group = index_of(read.groups, name);
    for (auto phrase : split_fields(line.substr(colon + 1), ';')) add_phrase(read.phrases, phrase, meaning, language);
  }
  return read;
}

MeaningLexicon const& meaning_lexicon(WordLanguage language) {
  static auto const english = read_meanings(embedded::meaning_words, WordLanguage::english);
  if (language == WordLanguage::english) return english;
  static auto const german = read_meanings(embedded::german_meaning_words, WordLanguage::german);
  static MeaningLexicon const none;
  return language == WordLanguage::german ? german : none;
}

std::unordered_set<std::string_view> word_set(std::string_view data) {
  auto const lines = text::lines_of(data);
  return {lines.begin(), lines.end()};
}

// Sets of words that share a line, or a side of a line: maps a word to the numbers of its sets.
class WordSets {
 public:
  void add(std::string_view word, std::uint32_t set) { sets_.emplace(word, set); }
  template <class Found>
  void each(std::string_view word, Found found) const {
    auto const [first, last] = sets_.equal_range(word);
    for (auto it = first; it != last; ++it) found(it->second);
  }

 private:
  std::unordered_multimap<std::string_view, std::uint32_t> sets_;
};

// Antonyms: the numbers of the two sides of a line differ in the lowest bit.
WordSets const& opposite_sides() {
  static WordSets const sets = [] {
    WordSets read;
    std::uint32_t number = 0;
    for (auto line : text::lines_of(embedded::opposites)) {
      auto const bar = line.find('|');
      for (auto word : split_fields(line.substr(0, bar), ' ')) read.add(word, number);
      for (auto word : split_fields(line.substr(bar + 1), ' ')) read.add(word, number + 1);
      number += 2;
    }
    for (auto line : text::lines_of(embedded::antonyms)) {
      auto const pair = split_fields(line, ' ');
      if (pair.size() != 2) continue;
      read.add(pair[0], number);
      read.add(pair[1], number + 1);
      number += 2;
    }
    return read;
  }();
  return sets;
}

// Scales: line * 64 + position on the line.
WordSets const& scale_places() {
  static WordSets const sets = [] {
    WordSets read;
    std::uint32_t scale = 0;
    for (auto line : text::lines_of(embedded::scales)) {
      std::uint32_t place = 0;
      for (auto words : split_fields(line, ' ')) {
        for (auto word : split_fields(words, '/')) read.add(word, scale * 64 + place);
        ++place;
      }
      ++scale;
    }
    return read;
  }();
  return sets;
}

WordSets line_sets(std::string_view data, char separator) {
  WordSets read;
  std::uint32_t number = 0;
  for (auto line : text::lines_of(data)) {
    for (auto word : split_fields(line, separator)) read.add(word, number);
    ++number;
  }
  return read;
}

bool share_set(WordSets const& sets, std::string_view a, std::string_view b) {
  bool shared = false;
  sets.each(a, [&](std::uint32_t in_a) { sets.each(b, [&](std::uint32_t in_b) { shared = shared || in_a == in_b; }); });
  return shared;
}

std::string initials_of(std::string_view phrase) {
  std::string initials;
  for (auto word : split_fields(phrase, ' ')) {
    if (!is_function_word(word)) initials += word.front();
  }
  return initials;
}

// "May" in the middle of a sentence is the month.
bool is_name(TokenSequence const& tokens, std::size_t i) {
  auto const surface = tokens.surface(i);
  auto const capital =
      surface.size() > 1 && surface[0] >= 'A' && surface[0] <= 'Z' && surface[1] >= 'a' && surface[1] <= 'z';
  return capital && i > 0 && tokens[i - 1].part == tokens[i].part && tokens.before(i) == " ";
}

}  // namespace

std::vector<MeaningAt> meanings_in(TokenSequence const& tokens, std::size_t first, std::size_t last) {
  auto const& lexicon = meaning_lexicon(tokens.language());
  std::vector<MeaningAt> found;
  for (auto i = first; i < last;) {
    if (tokens.language() == WordLanguage::english && is_name(tokens, i)) {
      ++i;
      continue;
    }
    auto const [begin, end] = lexicon.phrases.equal_range(tokens[i].id);
    std::size_t longest = 0;
    for (auto it = begin; it != end; ++it) {
      auto const size = it->second.ids.size();
      if (size < longest || !stands_at(it->second, tokens, i)) continue;
      if (size > longest) {
        while (!found.empty() && found.back().first == i) found.pop_back();
      }
      longest = size;
      found.push_back({it->second.value, i, i + size});
    }
    i += std::max<std::size_t>(longest, 1);
  }
  return found;
}

bool is_function_word(std::string_view key) {
  static auto const words = word_set(embedded::closed_class_words);
  return words.contains(key) || is_pronoun(key);
}

bool is_pronoun(std::string_view key) {
  static auto const words = word_set(embedded::pronoun_forms);
  return words.contains(key);
}

bool opens_sentences(std::string_view key) {
  static auto const words = [] {
    std::unordered_set<std::string_view> read;
    for (auto line : text::lines_of(embedded::sentence_openers)) {
      for (auto word : split_fields(line, ' ')) read.insert(word);
    }
    return read;
  }();
  return words.contains(key);
}

bool is_title(std::string_view key) {
  static auto const titles = [] {
    std::unordered_set<std::string_view> read;
    for (auto const& title : text::name_titles()) read.insert(title.name);
    return read;
  }();
  return titles.contains(key);
}

bool same_name(std::string_view a, std::string_view b) {
  static auto const names = line_sets(embedded::same_names, ';');
  if (share_set(names, a, b)) return true;
  auto const abbreviates = [](std::string_view shorter, std::string_view longer) {
    return shorter.size() > 1 && shorter.find(' ') == shorter.npos && initials_of(longer) == shorter;
  };
  return abbreviates(a, b) || abbreviates(b, a);
}

bool are_homophones(std::string_view a, std::string_view b) {
  static auto const sets = line_sets(embedded::homophones, ' ');
  return a != b && share_set(sets, a, b);
}

bool is_negated_form(std::string_view a, std::string_view b) {
  static constexpr std::array<std::string_view, 8> prefixes{"un", "in", "im", "il", "ir", "dis", "non", "mis"};
  auto const negates = [](std::string_view longer, std::string_view shorter) {
    if (shorter.size() < 3) return false;
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
      return longer.size() == prefix.size() + shorter.size() && longer.starts_with(prefix) && longer.ends_with(shorter);
    });
  };
  auto const lacks = [](std::string_view less, std::string_view full) {
    return less.ends_with("less") && less.size() > 6 && full.starts_with(less.substr(0, less.size() - 4));
  };
  return negates(a, b) || negates(b, a) || lacks(a, b) || lacks(b, a);
}

bool are_opposites(std::string_view a, std::string_view b) {
  if (a == b) return false;
  auto const& sides = opposite_sides();
  auto const of_b = base_forms(b);
  for (auto const& form_a : base_forms(a)) {
    for (auto const& form_b : of_b) {
      bool opposed = is_negated_form(form_a, form_b);
      sides.each(form_a, [&](std::uint32_t in_a) {
        sides.each(form_b, [&](std::uint32_t in_b) { opposed = opposed || (in_a ^ 1U) == in_b; });
      });
      if (opposed) return true;
    }
  }
  return false;
}

bool exclude_each_other(std::string_view a, std::string_view b) {
  if (a == b) return false;
  auto const& places = scale_places();
  bool excluded = false;
  auto const of_b = base_forms(b);
  for (auto const& form_a : base_forms(a)) {
    for (auto const& form_b : of_b) {
      places.each(form_a, [&](std::uint32_t in_a) {
        places.each(form_b,
                    [&](std::uint32_t in_b) { excluded = excluded || (in_a / 64 == in_b / 64 && in_a != in_b); });
      });
    }
  }
  return excluded;
}

namespace {

struct FillerLexicon {
  Phrases<Filler::Kind> phrases;
  WordFilter first_words;
};

FillerLexicon read_fillers() {
  FillerLexicon read;
  for (auto line : text::lines_of(embedded::fillers)) {
    auto const colon = line.find(':');
    auto const name = line.substr(0, colon);
    auto const kind = name == "loose"   ? Filler::Kind::loose
                      : name == "aside" ? Filler::Kind::aside
                                        : Filler::Kind::always;
    for (auto phrase : split_fields(line.substr(colon + 1), ';')) add_phrase(read.phrases, phrase, kind);
  }
  for (auto const& [first_word, phrase] : read.phrases) read.first_words.add(first_word);
  return read;
}

FillerLexicon const& all_fillers() {
  static auto const fillers = read_fillers();
  return fillers;
}

}  // namespace

WordFilter const& filler_starts() { return all_fillers().first_words; }

Filler filler_at(TokenSequence const& tokens, std::size_t i) {
  auto const& fillers = all_fillers();
  if (tokens.language() != WordLanguage::english) return {};
  if (!fillers.first_words.may_hold(tokens[i].id)) return {};
  Filler longest;
  auto const [begin, end] = fillers.phrases.equal_range(tokens[i].id);
  for (auto it = begin; it != end; ++it) {
    if (it->second.ids.size() > longest.tokens && stands_at(it->second, tokens, i))
      longest = {it->second.ids.size(), it->second.value};
  }
  return longest;
}

}  // namespace quoth::match
