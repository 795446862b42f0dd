// SPDX-License-Identifier: MIT
#include "match/words/german_lexicon.hpp"

#include <unordered_map>
#include <unordered_set>

#include "match/words/phrase_lines.hpp"
#include "match_data.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::match {

namespace {

// Words by the terms they are a form of: the number of the line, and that of the term on it.
struct Term {
  std::size_t line = 0;
  std::size_t place = 0;
};
using Terms = std::unordered_multimap<std::string_view, Term>;

// `outer` parts the terms of a line, `inner` the forms of a term.
Terms read_terms(std::string_view data, char outer, char inner) {
  Terms terms;
  std::size_t number = 0;
  for (auto const line : text::lines_of(data)) {
    std::size_t place = 0;
    for (auto const term : split_fields(line, outer)) {
      for (auto const word : split_fields(term, inner)) terms.emplace(word, Term{number, place});
      ++place;
    }
    ++number;
  }
  return terms;
}

// Whether some line has both, as forms of two terms.
bool differ(Terms const& terms, std::string_view a, std::string_view b) {
  auto const [first_a, last_a] = terms.equal_range(a);
  auto const [first_b, last_b] = terms.equal_range(b);
  for (auto x = first_a; x != last_a; ++x) {
    for (auto y = first_b; y != last_b; ++y) {
      if (x->second.line == y->second.line && x->second.place != y->second.place) return true;
    }
  }
  return false;
}

}  // namespace

bool are_german_opposites(std::string_view a, std::string_view b) {
  static auto const terms = read_terms(embedded::german_opposites, '|', ' ');
  return differ(terms, a, b);
}

bool exclude_in_german(std::string_view a, std::string_view b) {
  static auto const terms = read_terms(embedded::german_scales, ' ', '/');
  return differ(terms, a, b);
}

bool is_german_function_word(std::string_view key) {
  static auto const words = [] {
    auto const lines = text::lines_of(embedded::german_function_words);
    return std::unordered_set<std::string_view>(lines.begin(), lines.end());
  }();
  return words.contains(key);
}

}  // namespace quoth::match
