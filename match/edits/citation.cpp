// SPDX-License-Identifier: MIT
#include "match/edits/citation.hpp"

#include <algorithm>
#include <unordered_set>

#include "match_data.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/numerals.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::match {

namespace {

constexpr std::size_t longest_citation = 60;  // words

std::unordered_set<std::string_view> words_of(std::string_view data) {
  std::unordered_set<std::string_view> words;
  for (auto line : text::lines_of(data)) {
    while (!line.empty()) {
      auto const word = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(word.size() + 1, line.size()));
      words.insert(word);
    }
  }
  return words;
}

bool may_stand_in_citation(TokenSequence const& source, std::size_t i) {
  static auto const words = words_of(embedded::citation_words);
  auto const surface = source.surface(i);
  if (source[i].is(WordToken::number) || surface.empty()) return source[i].is(WordToken::number);
  auto const first = static_cast<unsigned char>(surface.front());
  return text::is_ascii_upper(first) || first >= 0xC0 || text::is_ascii_digit(first) || words.contains(source.key(i));
}

bool is_name(std::string_view surface) { return !surface.empty() && text::is_ascii_upper(surface.front()); }

}  // namespace

bool is_citation(TokenSequence const& source, TokenRange words) {
  if (words.empty() || words.size() > longest_citation) return false;
  auto name = false;
  auto number = false;
  auto sign = false;  // of a citation: the parties of a case, a section sign, a year in parentheses or beside a name
  for (auto i = words.first; i < words.last; ++i) {
    if (!may_stand_in_citation(source, i)) return false;
    auto const surface = source.surface(i);
    auto const before = source.before(i);
    auto const in_brackets = before.ends_with('(') || before.ends_with('[');
    name = name || is_name(surface);
    number = number || source[i].is(WordToken::number);
    sign = sign || source.key(i) == "v" || before.find("§") != before.npos || (text::is_year(surface) && in_brackets) ||
           (i == words.first && in_brackets);
  }
  return name && number && sign;
}

}  // namespace quoth::match
