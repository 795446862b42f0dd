// SPDX-License-Identifier: MIT
#include "match/sound/pronunciation.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "match_data.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/lines.hpp"

namespace quoth::match {

namespace {

constexpr std::array<std::string_view, 26> letter_names{"e",  "bi", "si", "di", "i",       "ef",  "Ji",  "eC",  "ai",
                                                        "Je", "ke", "el", "em", "en",      "o",   "pi",  "kyu", "ar",
                                                        "es", "ti", "yu", "vi", "dab@lyu", "eks", "wai", "zi"};

// A contracted verb or a possessive behind an apostrophe.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> clitics{
    {{"s", "z"}, {"re", "r"}, {"ll", "l"}, {"ve", "v"}, {"m", "m"}, {"d", "d"}}};

constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_vowel_letter(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// Whether the letter of a word is what a context asks for.
bool fits(char asked, char letter) {
  switch (asked) {
    case 'V':
      return is_vowel_letter(letter);
    case 'C':
      return is_letter(letter) && !is_vowel_letter(letter);
    case 'E':
      return letter == 'e' || letter == 'i' || letter == 'y';
    default:
      return letter == asked;
  }
}

struct Rule {
  std::string_view before;
  std::string_view letters;
  std::string_view after;
  std::string_view sounds;

  bool applies(std::string_view word, std::size_t at) const {
    return word.substr(at).starts_with(letters) && fits_before(word, at) && fits_after(word, at + letters.size());
  }

 private:
  bool fits_before(std::string_view word, std::size_t at) const {
    for (auto asked = before.rbegin(); asked != before.rend(); ++asked) {
      if (*asked == '^') return at == 0;
      if (at == 0 || !fits(*asked, word[--at])) return false;
    }
    return true;
  }

  bool fits_after(std::string_view word, std::size_t at) const {
    for (char const asked : after) {
      if (asked == '$') return at == word.size();
      if (at == word.size() || !fits(asked, word[at++])) return false;
    }
    return true;
  }
};

// The rules by the first of their letters.
class LetterSounds {
 public:
  static LetterSounds const& instance() {
    static LetterSounds const rules;
    return rules;
  }

  std::string of(std::string_view word) const {
    std::string sounds;
    for (std::size_t at = 0; at < word.size();) {
      auto const* rule = is_letter(word[at]) ? rule_at(word, at) : nullptr;
      if (rule != nullptr) sounds += rule->sounds;
      at += rule != nullptr ? rule->letters.size() : 1;
    }
    return sounds;
  }

 private:
  LetterSounds() {
    for (auto line : text::lines_of(embedded::letter_sounds)) {
      auto const open = line.find('[');
      auto const close = line.find(']', open);
      auto const is = line.find('=', close);
      Rule const rule{text::trimmed(line.substr(0, open)), line.substr(open + 1, close - open - 1),
                      text::trimmed(line.substr(close + 1, is - close - 1)), text::trimmed(line.substr(is + 1))};
      rules_.at(static_cast<std::size_t>(rule.letters.front() - 'a')).push_back(rule);
    }
  }

  Rule const* rule_at(std::string_view word, std::size_t at) const {
    auto const& rules = rules_.at(static_cast<std::size_t>(word[at] - 'a'));
    auto const found = std::ranges::find_if(rules, [&](Rule const& rule) { return rule.applies(word, at); });
    return found == rules.end() ? nullptr : &*found;
  }

  std::array<std::vector<Rule>, 26> rules_;
};

std::unordered_map<std::string_view, std::string_view> read_exceptions() {
  std::unordered_map<std::string_view, std::string_view> words;
  for (auto line : text::lines_of(embedded::word_sounds)) {
    auto const space = line.find(' ');
    words.emplace(line.substr(0, space), line.substr(space + 1));
  }
  return words;
}

std::string sounds_of_clitic(std::string_view clitic) {
  auto const* found = std::ranges::find(clitics, clitic, &std::pair<std::string_view, std::string_view>::first);
  return found == clitics.end() ? sounds_of_word(clitic) : std::string(found->second);
}

}  // namespace

std::string sounds_of_word(std::string_view word) {
  static auto const exceptions = read_exceptions();
  if (auto const found = exceptions.find(word); found != exceptions.end()) return std::string(found->second);
  constexpr std::size_t longest = 100;  // bytes, as each of endless clitics takes stack
  bool const may_be_contracted = word.size() <= longest;
  if (may_be_contracted && word.ends_with("n't")) return sounds_of_word(word.substr(0, word.size() - 3)) + "nt";
  if (auto const mark = word.find('\''); may_be_contracted && mark != word.npos)
    return sounds_of_word(word.substr(0, mark)) + sounds_of_clitic(word.substr(mark + 1));
  auto const is_said_by_letters = std::ranges::none_of(word, is_vowel_letter);
  return is_said_by_letters ? sounds_of_letters(word) : LetterSounds::instance().of(word);
}

std::string sounds_of_letters(std::string_view letters) {
  std::string sounds;
  for (char const c : letters) {
    if (is_letter(c)) sounds += letter_names.at(static_cast<std::size_t>(c - 'a'));
  }
  return sounds;
}

}  // namespace quoth::match
