// SPDX-License-Identifier: MIT
#include "match/check/chance_test.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/check/chance.hpp"
#include "match/check/check_tuning.hpp"

namespace quoth::match {

namespace {

// The most places expected by accident where a reading still proves something.
struct Limit {
  double clean;
  double accusing;
};
constexpr Limit own_words{ChanceTuning::own_clean, ChanceTuning::own_accusing};
constexpr Limit anybodys_words{ChanceTuning::anybodys_clean, ChanceTuning::anybodys_accusing};
constexpr Limit others_words{ChanceTuning::others_clean, ChanceTuning::others_accusing};

// Whether the words, enough for a sentence, stand one by one in a document. Documents copy each other, so that words of
// a licence are common in a store of licences; they are no turn of phrase for that.
bool is_copied(Reading const& reading) {
  auto const words = reading.alignment.source_of.size();
  return reading.candidate->source.kind == SourceKind::document && reading.speaker != SpeakerRelation::different &&
         words >= EvidenceTuning::sentence && reading.alignment.exact(words);
}

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
  // Of somebody whom a document quotes there it has hardly more than those words.
  if (reading.quoted) return odds.places(static_cast<double>(reading.passage->tokens().size()));
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
  if (is_copied(reading)) return true;
  auto const is_short = reading.alignment.source_of.size() < ChanceTuning::few_words;
  if (is_short && reading.speaker == SpeakerRelation::different) return false;
  auto const limit = [&] {
    if (reading.speaker == SpeakerRelation::different) return others_words;
    auto const own = reading.favoured || reading.quoted || reading.speaker == SpeakerRelation::same ||
                     reading.speaker == SpeakerRelation::possible;
    return own ? own_words : anybodys_words;
  }();
  auto const most = accuses ? limit.accusing : limit.clean;
  return chance <= (is_short ? std::min(most, ChanceTuning::limit_of_few_words) : most);
}

}  // namespace quoth::match
