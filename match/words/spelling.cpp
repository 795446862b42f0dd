// SPDX-License-Identifier: MIT
#include "match/words/spelling.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "match/words/phrase_lines.hpp"
#include "match/words/sound_key.hpp"
#include "match_data.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::match {

namespace {

bool share_line(LineNumbers const& lines, std::string_view a, std::string_view b) {
  auto const [first_a, last_a] = lines.equal_range(a);
  auto const [first_b, last_b] = lines.equal_range(b);
  return std::any_of(first_a, last_a, [first = first_b, last = last_b](auto const& in_a) {
    return std::any_of(first, last, [&](auto const& in_b) { return in_a.second == in_b.second; });
  });
}

bool listed_together(std::string_view a, std::string_view b) {
  static auto const lines = lines_by_field(embedded::spellings, ' ');
  return share_line(lines, a, b);
}

// Endings that differ between American and British spelling.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> endings{{{"or", "our"},
                                                                                 {"ored", "oured"},
                                                                                 {"oring", "ouring"},
                                                                                 {"ors", "ours"},
                                                                                 {"orite", "ourite"},
                                                                                 {"orable", "ourable"},
                                                                                 {"er", "re"},
                                                                                 {"ers", "res"},
                                                                                 {"og", "ogue"},
                                                                                 {"ogs", "ogues"},
                                                                                 {"ense", "ence"},
                                                                                 {"ed", "led"},
                                                                                 {"ing", "ling"},
                                                                                 {"er", "ler"},
                                                                                 {"ization", "isation"},
                                                                                 {"yze", "yse"},
                                                                                 {"yzed", "ysed"},
                                                                                 {"yzing", "ysing"}}};

// Whether the words differ only in z or s of the endings -ize, -ized, -izing, -izes, -izer.
bool differ_in_ize(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.size() < 6) return false;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    auto const swapped = (a[i] == 's' && b[i] == 'z') || (a[i] == 'z' && b[i] == 's');
    if (!swapped || i + 5 < a.size() || a[i - 1] != 'i') return false;  // six letters at least, so i > 0
    ++differing;
  }
  return differing == 1;
}

bool differ_in_ending(std::string_view american, std::string_view british) {
  for (auto const& [ending_a, ending_b] : endings) {
    if (!american.ends_with(ending_a) || !british.ends_with(ending_b)) continue;
    auto const stem = american.substr(0, american.size() - ending_a.size());
    if (stem.size() >= 3 && stem == british.substr(0, british.size() - ending_b.size())) {
      // In "travelled" the l that British spelling adds follows another l.
      if (ending_b.starts_with('l') && !stem.ends_with('l')) continue;
      return true;
    }
  }
  return false;
}

// "Honourable", "colourless": British -our- inside a word, behind a syllable ("mourning" is no "morning").
bool differ_in_our(std::string_view american, std::string_view british) {
  if (british.size() != american.size() + 1) return false;
  auto const at = static_cast<std::size_t>(std::ranges::mismatch(american, british).in2 - british.begin());
  if (at == 0 || british.substr(at - 1, 3) != "our" || american.substr(at) != british.substr(at + 1)) return false;
  return british.substr(0, at - 1).find_first_of("aeiouy") != british.npos;
}

// "Dulness" and "dullness", "judgement" and "judgment", "frescos" and "frescoes".
bool differ_in_suffix(std::string_view shorter, std::string_view longer) {
  constexpr std::array<std::string_view, 4> suffixes{"ness", "ment", "ful", "fully"};
  if (longer.size() != shorter.size() + 1 || shorter.size() < 6) return false;
  if (shorter.ends_with("os") && longer.ends_with("oes"))
    return shorter.substr(0, shorter.size() - 1) == longer.substr(0, longer.size() - 2);
  return std::ranges::any_of(suffixes, [&](std::string_view suffix) {
    if (!shorter.ends_with(suffix) || !longer.ends_with(suffix)) return false;
    auto const stem = shorter.substr(0, shorter.size() - suffix.size());
    auto const other = longer.substr(0, longer.size() - suffix.size());
    return other.starts_with(stem) && (other.ends_with("ll") || other.ends_with("dge"));
  });
}

}  // namespace

Letters letters_of(TokenSequence const& tokens, TokenRange range) {
  Letters found;
  for (auto i = range.first; i < range.last; ++i) {
    auto const& token = tokens[i];
    auto const half = token.is(WordToken::contracted);
    auto const by_surface = half || token.is(WordToken::number);
    if (half && i > range.first && tokens.is_second_half(i)) continue;
    for (char const c : by_surface ? tokens.surface(i) : tokens.key(i)) {
      auto const lower = text::ascii_lower(c);
      if (lower == '\'' || static_cast<unsigned char>(lower) == 0xE2) {  // the first byte of U+2019
        ++found.apostrophes;
        found.with_apostrophes += '\'';
      } else if (by_surface ? text::is_ascii_alphanumeric(lower) : lower != ' ') {
        found.letters += lower;
        found.with_apostrophes += lower;
      }
    }
  }
  return found;
}

bool spelling_variants(std::string_view a, std::string_view b) {
  return listed_together(a, b) || differ_in_ize(a, b) || differ_in_ending(a, b) || differ_in_ending(b, a) ||
         differ_in_our(a, b) || differ_in_our(b, a) || differ_in_suffix(a, b) || differ_in_suffix(b, a);
}

bool is_misspelt(std::string_view a, std::string_view b) {
  constexpr std::size_t shortest = 7;  // letters
  constexpr std::array<std::string_view, 5> changing{"ing", "ed", "er", "ers", "est"};
  if (a.size() < shortest || a.size() != b.size()) return false;
  auto const ends_so = [&](std::string_view ending) { return a.ends_with(ending) || b.ends_with(ending); };
  if (std::ranges::any_of(changing, ends_so) || a.find(' ') != a.npos) return false;
  auto const at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return at < a.size() && a.substr(at + 1) == b.substr(at + 1) && sounds_alike(a, b);
}

bool abbreviates(std::string_view a, std::string_view b) {
  static auto const lines = lines_by_field(embedded::abbreviated_words, ';');
  return share_line(lines, a, b);
}

}  // namespace quoth::match
