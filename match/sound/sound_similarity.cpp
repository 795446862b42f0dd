// SPDX-License-Identifier: MIT
#include "match/sound/sound_similarity.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include "match/sound/pronunciation.hpp"
#include "match/sound/spoken_form.hpp"

namespace quoth::match {

namespace {

// What it costs to confuse, add or drop a sound; 1 is a strong consonant taken for an unlike one.
constexpr double unlike = 1;
constexpr double made_alike = 0.45;
constexpr double other_vowel = 0.25;
constexpr double strong_consonant = 0.8;
constexpr double weak_consonant = 0.5;
constexpr double full_vowel = 0.35;
constexpr double faint_vowel = 0.2;

// Sounds that are made alike: at one place of the mouth, or in one manner.
constexpr std::array<std::string_view, 24> alike{"pb", "td", "kg", "fv", "szT", "SZCJ", "mnN", "lr",
                                                 "wl", "fT", "tC", "dJ", "vb",  "kC",   "hf",  "yi",
                                                 "sS", "zJ", "dT", "tT", "nd",  "kt",   "pt",  "vT"};

bool are_alike(char a, char b) {
  return std::ranges::any_of(
      alike, [&](std::string_view group) { return group.find(a) != group.npos && group.find(b) != group.npos; });
}

constexpr std::size_t signs = 128;  // the signs of sounds are ASCII

double cost_of_confusing(char a, char b) {
  if (a == b) return 0;
  if (is_vowel_sound(a) && is_vowel_sound(b)) return other_vowel;
  return are_alike(a, b) ? made_alike : unlike;
}

using Costs = std::array<std::array<double, signs>, signs>;

Costs costs_of_confusing() {
  Costs costs{};
  for (std::size_t a = 0; a < signs; ++a) {
    for (std::size_t b = 0; b < signs; ++b)
      costs.at(a).at(b) = cost_of_confusing(static_cast<char>(a), static_cast<char>(b));
  }
  return costs;
}

double weight(char sound) {
  if (sound == '@') return faint_vowel;
  if (is_vowel_sound(sound)) return full_vowel;
  return std::string_view("tdhnr").find(sound) != std::string_view::npos ? weak_consonant : strong_consonant;
}

double weight_of(std::string_view sounds) {
  return std::accumulate(sounds.begin(), sounds.end(), 0.0, [](double sum, char sound) { return sum + weight(sound); });
}

// Whether sounds of the second text before and behind the first one's cost anything.
enum class Ends { fixed, free };

double distance(std::string_view a, std::string_view b, Ends ends = Ends::fixed) {
  static auto const costs = costs_of_confusing();
  std::vector<double> row(b.size() + 1);
  if (ends == Ends::fixed)
    for (std::size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + weight(b[j]);
  for (char const sound : a) {
    auto const& costs_of_sound = costs[static_cast<std::size_t>(sound)];
    auto diagonal = row[0];
    row[0] += weight(sound);
    for (std::size_t j = 0; j < b.size(); ++j) {
      auto const confused = diagonal + costs_of_sound[static_cast<std::size_t>(b[j])];
      diagonal = row[j + 1];
      row[j + 1] = std::min({confused, row[j + 1] + weight(sound), row[j] + weight(b[j])});
    }
  }
  return ends == Ends::fixed ? row.back() : *std::ranges::min_element(row);
}

double similarity(std::string_view a, std::string_view b) {
  auto const heavier = std::max(weight_of(a), weight_of(b));
  return heavier > 0 ? 1 - distance(a, b) / heavier : 0;  // what has no sounds that we know is like nothing
}

// Takes out what is said or not in the same number: "(a) hundred (and) forty", "two (hundred and) fifty".
void drop_dispensable(SpokenForm& words) {
  static auto const conjunction = sounds_of_word("and");
  static auto const article = sounds_of_word("a");
  static auto const one = sounds_of_word("one");
  static auto const hundred = sounds_of_word("hundred");
  std::erase_if(words, [](SpokenWord const& word) { return word.sounds == conjunction; });
  for (auto word = words.begin(); word != words.end();) {
    auto const next = std::next(word);
    auto const before_number = next != words.end() && next->of_number;
    auto const is_one = (word->sounds == article || word->sounds == one) && before_number && next->is_scale;
    auto const is_hundred = word->sounds == hundred && word != words.begin() && before_number && !next->is_scale;
    word = is_one || is_hundred ? words.erase(word) : next;
  }
}

// Takes the longest common subsequence of words out of both.
void drop_common_words(SpokenForm& a, SpokenForm& b) {
  std::vector<std::vector<std::size_t>> length(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (auto i = a.size(); i-- > 0;) {
    for (auto j = b.size(); j-- > 0;)
      length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
  }
  SpokenForm rest_a;
  SpokenForm rest_b;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) {
      ++i, ++j;
    } else if (length[i + 1][j] >= length[i][j + 1]) {
      rest_a.push_back(a[i++]);
    } else {
      rest_b.push_back(b[j++]);
    }
  }
  rest_a.insert(rest_a.end(), a.begin() + static_cast<std::ptrdiff_t>(i), a.end());
  rest_b.insert(rest_b.end(), b.begin() + static_cast<std::ptrdiff_t>(j), b.end());
  a = std::move(rest_a);
  b = std::move(rest_b);
}

template <class Compare>
double best_of_forms(std::string_view a, std::string_view b, Compare compare) {
  double best = -1;
  auto const of_b = spoken_forms(b);
  for (auto const& form : spoken_forms(a)) {
    for (auto const& other : of_b) best = std::max(best, compare(form, other));
  }
  return best;
}

}  // namespace

double sound_similarity(std::string_view a, std::string_view b) {
  return best_of_forms(
      a, b, [](SpokenForm const& x, SpokenForm const& y) { return similarity(run_together(x), run_together(y)); });
}

bool says_other_scale(std::string_view a, std::string_view b) {
  auto const scales_of = [](std::string_view text) {
    std::vector<std::string> scales;
    auto const forms = spoken_forms(text);
    for (auto const& word : forms.front()) {
      if (word.is_scale && word.sounds != sounds_of_word("hundred")) scales.push_back(word.sounds);
    }
    std::ranges::sort(scales);
    return scales;
  };
  auto const of_a = scales_of(a);
  auto const of_b = scales_of(b);
  return !of_a.empty() && !of_b.empty() && of_a != of_b;
}

double sound_similarity_inside(std::string_view text, std::string_view passage) {
  auto const held = run_together(spoken_forms(passage).front());
  double best = 0;
  for (auto const& form : spoken_forms(text)) {
    auto const sounds = run_together(form);
    if (auto const weight = weight_of(sounds); weight > 0)
      best = std::max(best, 1 - distance(sounds, held, Ends::free) / weight);
  }
  return best;
}

double sound_similarity_of_numbers(std::string_view a, std::string_view b) {
  return best_of_forms(a, b, [](SpokenForm x, SpokenForm y) {
    drop_dispensable(x);
    drop_dispensable(y);
    drop_common_words(x, y);
    if (std::ranges::none_of(x, &SpokenWord::of_number) && std::ranges::none_of(y, &SpokenWord::of_number)) return 1.0;
    return similarity(run_together(x), run_together(y));
  });
}

}  // namespace quoth::match
