// SPDX-License-Identifier: MIT
#include "match/words/ocr_confusion.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "match_data.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::match {

namespace {

// In quarters of a letter lost: what a difference costs, and what a pair of words may cost at most, which grows by one
// with every second letter.
constexpr int cost_of_shape = 2;
constexpr int cost_of_letter = 4;
constexpr int cost_of_blank = 1;
constexpr int least_budget = 2;
constexpr int impossible = 1'000;

// In bytes: longer runs are not compared.
constexpr std::size_t longest = 120;

using Confusions = std::vector<std::pair<std::string_view, std::string_view>>;

// The pairs whose first string ends with `last`, either way round.
Confusions const& confusions(char last) {
  static auto const read = [] {
    std::array<Confusions, 256> pairs;
    auto const add = [&](std::string_view one, std::string_view other) {
      pairs[static_cast<unsigned char>(one.back())].emplace_back(one, other);
    };
    for (auto line : text::lines_of(embedded::ocr_confusions)) {
      auto const blank = line.find(' ');
      add(line.substr(0, blank), line.substr(blank + 1));
      add(line.substr(blank + 1), line.substr(0, blank));
    }
    return pairs;
  }();
  return read[static_cast<unsigned char>(last)];
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_blank(char c) { return c == ' ' || c == '-'; }

// Signs that stand for others, or for nothing: long s, ligatures, the soft hyphen, typographic apostrophes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> signs{{{"ſ", "s"},
                                                                               {"ﬀ", "ff"},
                                                                               {"ﬁ", "fi"},
                                                                               {"ﬂ", "fl"},
                                                                               {"ﬃ", "ffi"},
                                                                               {"ﬄ", "ffl"},
                                                                               {"ﬅ", "st"},
                                                                               {"ﬆ", "st"},
                                                                               {"\u00AD", ""},
                                                                               {"‘", ""},
                                                                               {"’", ""}}};

// The text in lower case with one blank between words: of other signs only letters, digits and hyphens stay.
std::string folded(std::string_view text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const rest = text.substr(i);
    auto const* const sign =
        std::ranges::find_if(signs, [&](auto const& pair) { return rest.starts_with(pair.first); });
    if (sign != signs.end()) {
      kept += sign->second;
      i += sign->first.size() - 1;
      continue;
    }
    auto const c = text::ascii_lower(text[i]);
    auto const blank = c == '\n' || c == '\t' ? ' ' : c;
    if (is_letter(c) || text::is_ascii_digit(c) || (is_blank(blank) && !kept.empty() && !is_blank(kept.back())))
      kept += blank;
  }
  while (!kept.empty() && is_blank(kept.back())) kept.pop_back();
  return kept;
}

int cost_of_gap(char c) { return is_blank(c) ? cost_of_blank : text::is_ascii_digit(c) ? impossible : cost_of_letter; }

// The cheapest way from one text to the other (edit distance with pairs of strings, by dynamic programming).
int distance(std::string_view a, std::string_view b) {
  auto const width = b.size() + 1;
  std::vector<int> cost((a.size() + 1) * width, impossible);
  auto const at = [&](std::size_t i, std::size_t j) -> int& { return cost[i * width + j]; };
  at(0, 0) = 0;
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      auto& best = at(i, j);
      if (i > 0) best = std::min(best, at(i - 1, j) + cost_of_gap(a[i - 1]));
      if (j > 0) best = std::min(best, at(i, j - 1) + cost_of_gap(b[j - 1]));
      if (i == 0 || j == 0) continue;
      if (a[i - 1] == b[j - 1]) best = std::min(best, at(i - 1, j - 1));
      for (auto const& [one, other] : confusions(a[i - 1])) {
        if (b[j - 1] == other.back() && a.substr(0, i).ends_with(one) && b.substr(0, j).ends_with(other))
          best = std::min(best, at(i - one.size(), j - other.size()) + cost_of_shape);
      }
    }
  }
  return cost.back();
}

bool is_figures(std::string_view text) { return std::ranges::all_of(text, text::is_ascii_digit); }

}  // namespace

bool ocr_confusable(std::string_view a, std::string_view b) {
  auto const one = folded(a);
  auto const other = folded(b);
  if (one == other) return true;
  if (one.empty() || other.empty() || one.size() > longest || other.size() > longest) return false;
  if (is_figures(one) && is_figures(other)) return false;
  return distance(one, other) <= least_budget + static_cast<int>(std::min(one.size(), other.size()) / 2);
}

bool is_evident_ocr(std::string_view read, std::string_view meant) {
  auto const printed = folded(read);
  auto const word = folded(meant);
  if (word == "i") return printed == "1" || printed == "l";
  auto const has_digit = std::ranges::any_of(printed, text::is_ascii_digit);
  auto const has_letter = std::ranges::any_of(printed, is_letter);
  return has_digit && has_letter && std::ranges::none_of(word, text::is_ascii_digit) && ocr_confusable(printed, word);
}

}  // namespace quoth::match
