// SPDX-License-Identifier: MIT
#include "match/words/foreign_number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <unordered_map>

#include "match/words/phrase_lines.hpp"
#include "match/words/word_language.hpp"
#include "match_data.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::match {

namespace {

bool all_digits(std::string_view key) { return !key.empty() && std::ranges::all_of(key, text::is_ascii_digit); }

double number_of(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

using NumberWords = std::unordered_map<std::string_view, double>;

// "zwei 2": a word as its matching key, and its value.
NumberWords read_words(std::string_view data) {
  NumberWords words;
  for (auto const line : text::lines_of(data)) {
    auto const fields = split_fields(line, ' ');
    if (fields.size() == 2) words.emplace(fields[0], number_of(fields[1]));
  }
  return words;
}

NumberWords const& german_words() {
  static auto const words = read_words(embedded::german_numbers);
  return words;
}

constexpr double first_scale = 1000;  // a word for this or more multiplies what stands before it

// "einundzwanzig", "dreihundert", "zweitausendfünfhundert": German writes numbers below a million as one word.
std::optional<double> german_number(std::string_view key) {
  constexpr std::size_t longest = 60;  // bytes
  if (key.empty() || key.size() > longest) return std::nullopt;
  if (auto const known = german_words().find(key); known != german_words().end()) return known->second;
  for (auto const& [word, factor] : {std::pair<std::string_view, double>{"tausend", 1000}, {"hundert", 100}}) {
    auto const at = key.find(word);
    if (at == key.npos) continue;
    auto const before = at == 0 ? std::optional(1.0) : german_number(key.substr(0, at));
    auto rest = key.substr(at + word.size());
    if (rest.starts_with("und")) rest.remove_prefix(3);
    auto const behind = rest.empty() ? std::optional(0.0) : german_number(rest);
    if (!before || !behind) return std::nullopt;
    return *before * factor + *behind;
  }
  auto const link = key.find("und");
  if (link == key.npos || link == 0) return std::nullopt;
  auto const unit = key.substr(0, link) == "ein" ? std::optional(1.0) : german_number(key.substr(0, link));
  auto const tens = german_number(key.substr(link + 3));
  if (!unit || !tens || *unit > 9 || *tens < 20 || *tens > 90) return std::nullopt;
  return *unit + *tens;
}

// Figures with points between thousands: "1.300", "2.500.000". Other points are decimal.
double value_of_figures(std::string_view key) {
  constexpr std::size_t group = 3;  // digits
  std::string plain;
  for (std::size_t at = 0; at < key.size(); ++at) {
    if (key[at] != '.') {
      plain += key[at];
      continue;
    }
    auto const end = std::min(key.find('.', at + 1), key.size());
    if (end - at - 1 != group) return number_of(key);
  }
  return number_of(plain);
}

}  // namespace

std::optional<ForeignNumber> foreign_number_at(std::string_view text, text::WordList const& words, std::size_t i,
                                               WordLanguage language) {
  auto const key = words.key(i);
  ForeignNumber number;
  if (key.empty()) return std::nullopt;
  if (text::is_ascii_digit(key.front())) {
    if (key.find_first_not_of("0123456789.") != key.npos) return std::nullopt;  // "2nd", "3d"
    number.value = value_of_figures(key);
    bool const comma = i + 1 < words.size() && all_digits(words.key(i + 1)) &&
                       text.substr(words[i].last, words[i + 1].first - words[i].last) == ",";
    if (comma) {
      number.value += number_of(words.key(i + 1)) / std::pow(10, words.key(i + 1).size());
      ++number.words;
    }
  } else {
    auto const value = language == WordLanguage::german ? german_number(key) : std::nullopt;
    if (!value) return std::nullopt;
    number.value = *value;
    number.in_words = true;
    if (*value > first_scale) return std::nullopt;  // "Millionen" alone is no quantity
  }
  if (language != WordLanguage::german || i + number.words >= words.size()) return number;
  auto const scale = german_words().find(words.key(i + number.words));
  if (scale == german_words().end() || scale->second < first_scale) return number;
  number.value *= scale->second;
  ++number.words;
  return number;
}

}  // namespace quoth::match
