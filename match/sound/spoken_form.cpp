// SPDX-License-Identifier: MIT
#include "match/sound/spoken_form.hpp"

#include <algorithm>
#include <array>

#include "match/sound/pronunciation.hpp"
#include "match/sound/spoken_number.hpp"
#include "match/words/phrase_lines.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/words.hpp"

namespace quoth::match {

namespace {

constexpr std::size_t most_forms = 8;
constexpr std::size_t most_words = 80;
constexpr std::size_t most_digits = 24;
constexpr std::size_t most_sounds = 800;
constexpr std::size_t longest_initials = 6;  // letters
constexpr std::array<std::string_view, 6> units_of_money{"dollars", "dollar", "cents", "cent", "euros", "pounds"};

SpokenWord spoken(std::string_view word) { return {sounds_of_word(word), says_number(word), says_scale(word)}; }

SpokenForm sounds_of_words(std::string_view words) {
  SpokenForm sounds;
  for (auto word : split_fields(words, ' ')) sounds.push_back(spoken(word));
  return sounds;
}

bool is_all_capitals(std::string_view surface) {
  return std::ranges::none_of(surface, [](char c) { return c >= 'a' && c <= 'z'; });
}

// The ways to say a run of digits, or of letters, of one word.
std::vector<SpokenForm> forms_of_run(std::string_view run, bool capitals) {
  std::vector<SpokenForm> forms;
  if (text::is_ascii_digit(run.front())) {
    for (auto const& way : ways_to_say(run.substr(0, most_digits))) forms.push_back(sounds_of_words(way));
    return forms;
  }
  forms.push_back({spoken(run)});
  if (capitals && run.size() > 1 && run.size() <= longest_initials) forms.push_back({{sounds_of_letters(run)}});
  return forms;
}

// "afm24" is a run of letters and a run of digits, "1.2.3" one of "1.2" and one of "3".
std::size_t end_of_run(std::string_view key, std::size_t first) {
  if (!text::is_ascii_digit(key[first])) {
    auto const next = std::find_if(key.begin() + static_cast<std::ptrdiff_t>(first), key.end(), text::is_ascii_digit);
    return static_cast<std::size_t>(next - key.begin());
  }
  auto last = first;
  auto points = 0;
  while (last < key.size() && (text::is_ascii_digit(key[last]) || (key[last] == '.' && points++ == 0))) ++last;
  return last;
}

void append(std::vector<SpokenForm>& forms, std::vector<SpokenForm> const& next) {
  std::vector<SpokenForm> longer;
  for (auto const& form : forms) {
    for (auto const& more : next) {
      if (longer.size() == most_forms) break;
      longer.push_back(form);
      longer.back().insert(longer.back().end(), more.begin(), more.end());
    }
  }
  forms = std::move(longer);
}

}  // namespace

std::vector<SpokenForm> spoken_forms(std::string_view text) {
  auto const words = text::split_words(text);
  std::vector<SpokenForm> forms(1);
  for (std::size_t i = 0; i < words.size() && forms.front().size() < most_words; ++i) {
    auto const key = words.key(i);
    if (std::ranges::find(units_of_money, key) != units_of_money.end()) continue;
    auto const capitals = is_all_capitals(text.substr(words[i].first, words[i].last - words[i].first));
    for (std::size_t first = 0; first < key.size();) {
      auto const last = end_of_run(key, first);
      append(forms, forms_of_run(key.substr(first, last - first), capitals));
      first = last;
    }
  }
  return forms;
}

std::string run_together(SpokenForm const& words) {
  std::string sounds;
  for (auto const& word : words) sounds += word.sounds;
  sounds.erase(std::unique(sounds.begin(), sounds.end()), sounds.end());
  return sounds.substr(0, most_sounds);
}

}  // namespace quoth::match
