// SPDX-License-Identifier: MIT
#include "match/check/chance.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"

namespace quoth::match {

namespace {

// Below it nothing is accident any more: the rest need not be looked up.
constexpr double improbable = -60;

}  // namespace

double log_chance(Reading const& reading, QuotedWords const& quotation,
                  std::function<PhraseOdds(std::string_view)> const& odds) {
  auto const& pairs = reading.alignment.source_of;
  auto const& quote = quotation.tokens();
  auto const& source = reading.passage->tokens();
  auto const is_same = [&](std::size_t i) {
    return pairs[i] != Alignment::unpaired && same_word(quote[i], source[static_cast<std::size_t>(pairs[i])]);
  };
  double sum = 0;
  std::int32_t expected = Alignment::unpaired;  // where the next run would stand if nothing lay between
  for (std::size_t i = 0; i < pairs.size() && sum > improbable;) {
    if (!is_same(i)) {
      if (expected != Alignment::unpaired) ++expected;
      ++i;
      continue;
    }
    auto const first = i;
    while (i < pairs.size() && is_same(i) && (i == first || pairs[i] == pairs[i - 1] + 1)) ++i;
    sum += odds(source.stretch(static_cast<std::size_t>(pairs[first]), static_cast<std::size_t>(pairs[i - 1]) + 1))
               .log_probability;
    if (expected != Alignment::unpaired) sum += std::log(1 + 2 * std::abs(pairs[first] - expected));
    expected = pairs[i - 1] + 1;
  }
  return std::min(sum, 0.0);
}

double places_expected(double log_chance, double words) { return std::exp(log_chance) * words; }

}  // namespace quoth::match
