// SPDX-License-Identifier: MIT
#include "match/check/chance_test.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/check/chance.hpp"

namespace quoth::match {

namespace {

// The most places expected by accident where a reading still proves something, chosen on quotations of American news of
// 2015-16 in campaign transcripts. What the claimed speaker said on another occasion is no harm to a clean verdict.
struct Limit {
  double clean;
  double accusing;
};
constexpr Limit own_words{10, 0.04};
constexpr Limit anybodys_words{0.05, 0.0003};
constexpr Limit others_words{0.05, 0.05};
// Of fewer words, which a whole clause of speech hardly has, more is asked in any case.
constexpr std::size_t few_words = 4;
constexpr double limit_of_few_words = 0.1;

}  // namespace

double ChanceTest::words_of(std::string_view speaker, double all) const {
  auto const words = static_cast<double>(candidate_source_.coverage(speaker).words);
  return words > 0 ? std::min(words, all) : all;
}

double ChanceTest::chance(Reading const& reading, QuotedWords const& quotation) const {
  if (!candidate_source_.odds) return 0;
  auto const odds = chance_of(reading, quotation, candidate_source_.odds);
  auto const all = static_cast<double>(odds.words);
  if (reading.favoured) return odds.places(reading.candidate->source.words);
  switch (reading.speaker) {
    case SpeakerRelation::same:
      return odds.places(words_of(speakers_.claimed(), all));
    case SpeakerRelation::possible: {
      auto const& speaker = reading.passage->turn_of(reading.used.first).speaker;
      auto const meant = speakers_.probability(speaker);
      return odds.places(meant > 0 ? std::min(words_of(speaker, all) / meant, all) : all);
    }
    default:
      return odds.places(all);
  }
}

double ChanceTest::chance_anywhere(Reading const& reading, QuotedWords const& quotation) const {
  if (!candidate_source_.odds) return 0;
  auto const odds = chance_of(reading, quotation, candidate_source_.odds);
  return odds.places(static_cast<double>(odds.words));
}

bool ChanceTest::proves(Reading const& reading, double chance, bool accuses) {
  auto const is_short = reading.alignment.source_of.size() < few_words;
  if (is_short && reading.speaker == SpeakerRelation::different) return false;
  auto const limit = [&] {
    if (reading.speaker == SpeakerRelation::different) return others_words;
    auto const own =
        reading.favoured || reading.speaker == SpeakerRelation::same || reading.speaker == SpeakerRelation::possible;
    return own ? own_words : anybodys_words;
  }();
  auto const most = accuses ? limit.accusing : limit.clean;
  return chance <= (is_short ? std::min(most, limit_of_few_words) : most);
}

}  // namespace quoth::match
