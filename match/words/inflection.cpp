// SPDX-License-Identifier: MIT
#include "match/words/inflection.hpp"

#include <algorithm>
#include <unordered_map>

#include "match/words/phrase_lines.hpp"
#include "match_data.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::match {

namespace {

using Irregular = std::unordered_multimap<std::string_view, std::string_view>;

Irregular const& irregular_forms() {
  static Irregular const forms = [] {
    Irregular read;
    for (auto line : text::lines_of(embedded::irregular_forms)) {
      auto const fields = split_fields(line, ' ');
      if (fields.size() == 2) read.emplace(fields[0], fields[1]);
    }
    return read;
  }();
  return forms;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Adds the possible stems of `key` without `ending`: as it is, with a silent e, with a doubled consonant made single,
// with i changed to y.
void add_stems(std::vector<std::string>& forms, std::string_view key, std::string_view ending) {
  if (key.size() < ending.size() + 2 || !key.ends_with(ending)) return;
  std::string stem(key.substr(0, key.size() - ending.size()));
  forms.push_back(stem);
  forms.push_back(stem + "e");
  auto const last = stem.back();
  if (stem.size() > 2 && last == stem[stem.size() - 2] && !is_vowel(last)) forms.emplace_back(stem, 0, stem.size() - 1);
  if (last == 'i') forms.push_back(stem.substr(0, stem.size() - 1) + "y");
}

}  // namespace

std::vector<std::string> base_forms(std::string_view key) {
  std::vector<std::string> forms{std::string(key)};
  auto const [first, last] = irregular_forms().equal_range(key);
  for (auto it = first; it != last; ++it) forms.emplace_back(it->second);
  if (key.ends_with("ies") && key.size() > 4) forms.push_back(std::string(key.substr(0, key.size() - 3)) + "y");
  if (key.ends_with('s') && !key.ends_with("ss") && key.size() > 3) forms.emplace_back(key.substr(0, key.size() - 1));
  for (auto ending : {"es", "ed", "ing", "er", "est", "ly"}) add_stems(forms, key, ending);
  return forms;
}

bool same_lemma(std::string_view a, std::string_view b) {
  if (a == b) return true;
  auto const of_a = base_forms(a);
  auto const of_b = base_forms(b);
  return std::ranges::any_of(
      of_a, [&](std::string const& form) { return form.size() > 1 && std::ranges::find(of_b, form) != of_b.end(); });
}

}  // namespace quoth::match
