// SPDX-License-Identifier: MIT
#include "grammar/tokens/class_lexicon.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "grammar_data.hpp"
#include "text/names/person_name.hpp"
#include "text/names/role_nouns.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;

constexpr auto languages = static_cast<std::size_t>(Language::other) + 1;

constexpr std::array<std::pair<std::string_view, WordClass>, 62> class_names{{
    {"he", he},
    {"she", she},
    {"they", they},
    {"it", it},
    {"i", i},
    {"we", we},
    {"you", you},
    {"subject", subject},
    {"possessive", possessive},
    {"relative", relative},
    {"wh_word", wh_word},
    {"that", that},
    {"determiner", determiner},
    {"article", article},
    {"demonstrative", demonstrative},
    {"preposition", preposition},
    {"of", of},
    {"conjunction", conjunction},
    {"and", and_},
    {"subordinator", subordinator},
    {"auxiliary", auxiliary},
    {"be", be},
    {"have", have},
    {"modal", modal},
    {"to", to},
    {"not", not_},
    {"adverb", adverb},
    {"time", WordClass::time},
    {"time_modifier", time_modifier},
    {"day", day},
    {"month", month},
    {"so_called", so_called},
    {"verb", verb},
    {"speech", speech},
    {"verdict", verdict},
    {"thought", thought},
    {"gesture", gesture},
    {"man", man},
    {"woman", woman},
    {"person", person},
    {"crowd", crowd},
    {"document", document},
    {"outlet", outlet},
    {"body", body},
    {"abbreviation", abbreviation},
    {"lower_abbreviation", lower_abbreviation},
    {"name_suffix", name_suffix},
    {"particle", particle},
    {"phrasal", phrasal},
    {"phrasal_particle", phrasal_particle},
    {"utterance", utterance},
    {"inscription", inscription},
    {"elision", elision},
    {"reflexive", reflexive},
    {"place_prefix", place_prefix},
    {"work", work},
    {"maker", maker},
    {"title", title},
    {"given_name", given_name},
    {"plural", plural},
    {"past", past},
    {"gerund", gerund},
}};

WordClass class_named(std::string_view name) {
  for (auto const& [known, word_class] : class_names) {
    if (known == name) return word_class;
  }
  return count_;
}

// Calls `use` with the class and each word of every "class: words" line.
template <class Use>
void for_each_entry(std::string_view data, Use use) {
  for_each_listed(data, class_named, [&](WordClass word_class, std::string_view word) {
    if (word_class != count_) use(word_class, word);
  });
}

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' &&
         std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos;
}

bool hisses(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') || word.ends_with("ch") ||
         word.ends_with("sh");
}

// The form in -s of a noun or verb; nouns in "man" get "men".
std::string with_s(std::string_view word) {
  if (word.ends_with("man") && word.size() > 3) return std::string(word.substr(0, word.size() - 2)) + "en";
  if (ends_in_consonant_y(word)) return std::string(word.substr(0, word.size() - 1)) + "ies";
  return std::string(word) + (hisses(word) ? "es" : "s");
}

std::string past_of(std::string_view word) {
  if (ends_in_consonant_y(word)) return std::string(word.substr(0, word.size() - 1)) + "ied";
  return std::string(word) + (word.ends_with('e') ? "d" : "ed");
}

// What is known of a language that is not read.
std::string_view reporting_words(Language language) {
  switch (language) {
    case Language::french:
      return embedded::french;
    case Language::spanish:
      return embedded::spanish;
    case Language::portuguese:
      return embedded::portuguese;
    case Language::italian:
      return embedded::italian;
    case Language::swedish:
      return embedded::swedish;
    case Language::dutch:
      return embedded::dutch;
    case Language::polish:
      return embedded::polish;
    case Language::danish:
      return embedded::danish;
    default:
      return {};
  }
}

std::string gerund_of(std::string_view word) {
  bool const drops_e = word.ends_with('e') && !word.ends_with("ee");
  return std::string(drops_e ? word.substr(0, word.size() - 1) : word) + "ing";
}

WordKey key_of_utf8(std::string_view word) {
  auto key = empty_key;
  if (std::ranges::all_of(word, [](unsigned char c) { return c < 0x80; })) {
    for (auto const c : word) key = extend(key, fold_case(static_cast<char32_t>(c)));
  } else {
    key = folded_key(text::to_utf32(word));
  }
  return key;
}

}  // namespace

Lexicon::Lexicon(Language language) : table_(is_read(language) ? std::size_t{1} << 15 : std::size_t{1} << 11) {
  if (!is_read(language)) {
    load(reporting_words(language));
    return;
  }
  load(embedded::abbreviations);
  load_nouns(text::role_nouns());
  load_names();
  if (language == Language::german) {
    load(embedded::german_words);
    load(embedded::german_nouns);
    load_separable(embedded::german_verbs);
    return;
  }
  load(embedded::function_words);
  load(embedded::common_verbs);
  load(embedded::work_nouns);
  load_verbs(embedded::cue_verbs);
  load_nouns(embedded::document_nouns);
  load_nouns(embedded::body_nouns);
}

void Lexicon::add_utf8(std::string_view word, Classes classes) { add(key_of_utf8(word), classes); }

void Lexicon::load(std::string_view data) {
  for_each_entry(data, [&](WordClass word_class, std::string_view word) { add_utf8(word, word_class); });
}

// "separable mit: teilt teilte" says that these report with that particle; the other lines are as everywhere.
void Lexicon::load_separable(std::string_view data) {
  constexpr std::string_view mark = "separable ";
  for (auto const line : text::lines_of(data)) {
    if (!line.starts_with(mark)) {
      load(line);
      continue;
    }
    auto const colon = line.find(": ");
    auto const particle = key_of_utf8(line.substr(mark.size(), colon - mark.size()));
    for (auto rest = line.substr(colon + 2); !rest.empty();) {
      auto const form = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(form.size() + 1, rest.size()));
      add_utf8(form, phrasal);
      add(combine(key_of_utf8(form), particle), speech);
    }
  }
}

void Lexicon::load_verbs(std::string_view data) {
  for_each_entry(data, [&](WordClass word_class, std::string_view entry) {
    auto const slash = entry.find('/');
    if (slash == entry.npos) {
      add_utf8(entry, word_class | base);
      add_utf8(with_s(entry), word_class | third);
      add_utf8(past_of(entry), word_class | past);
      add_utf8(gerund_of(entry), word_class | gerund);
      return;
    }
    static constexpr std::array<WordClass, 5> forms{base, third, past, past, gerund};
    for (auto const form : forms) {
      add_utf8(entry.substr(0, entry.find('/')), word_class | form);
      entry.remove_prefix(std::min(entry.find('/'), entry.size() - 1) + 1);
    }
  });
}

void Lexicon::load_nouns(std::string_view data) {
  for_each_entry(data, [&](WordClass word_class, std::string_view noun) {
    add_utf8(noun, word_class);
    if (word_class != crowd && word_class != outlet) add_utf8(with_s(noun), word_class | plural);
  });
}

void Lexicon::load_names() {
  auto const gendered = [](text::Gender gender) {
    return gender == text::Gender::female ? Classes(woman) : gender == text::Gender::male ? Classes(man) : Classes();
  };
  for (auto const& entry : text::given_names()) add_utf8(entry.name, Classes(given_name) | gendered(entry.gender));
  for (auto const& entry : text::name_titles()) {
    auto const last_word = entry.name.substr(entry.name.rfind(' ') + 1);
    add_utf8(last_word, Classes(title) | gendered(entry.gender));
  }
}

Lexicon const& lexicon(Language language) {
  static Lexicon const english(Language::english);
  if (language == Language::english) return english;
  // One that nobody asks for is never made.
  static std::array<std::once_flag, languages> made;
  static std::array<std::optional<Lexicon>, languages> lexicons;
  auto const i = static_cast<std::size_t>(language);
  std::call_once(made.at(i), [&] { lexicons.at(i).emplace(language); });
  return *lexicons.at(i);
}

}  // namespace quoth::grammar
