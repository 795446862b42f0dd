// SPDX-License-Identifier: MIT
#include "match/check/chance.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/check_tuning.hpp"
#include "match/words/ocr_confusion.hpp"

namespace quoth::match {

namespace {

// Of a word that is not the same in a machine's transcript, where the whole sounds like the passage.
double log_probability_of_sound(double sound) {
  constexpr auto unrelated = ChanceTuning::unrelated_sound;
  static auto const of_same_sounds = std::log(ChanceTuning::same_sounds);
  return of_same_sounds * std::max(0.0, sound - unrelated) / (1 - unrelated);
}

// Of a passage whose letters are nearly the quotation's: that of its words, times the number of texts that differ from
// it in as many letters, each of which may be missing, put in, or another one, anywhere.
PhraseOdds chance_of_letters(LetterLikeness const& letters, TokenSequence const& source, std::size_t witnesses,
                             double least,
                             std::function<PhraseOdds(std::string_view, double, std::size_t)> const& odds) {
  constexpr double alphabet = 26;
  auto const places = static_cast<double>(letters.letters + 1);
  auto const ways = static_cast<double>(letters.edits) * std::log(2 * alphabet * places);
  auto chance = odds(source.stretch(letters.words.first, letters.words.last), least - ways, 1 + witnesses);
  chance.log_probability = std::min(chance.log_probability + ways, 0.0);
  return chance;
}

}  // namespace

PhraseOdds chance_of(Reading const& reading, QuotedWords const& quotation,
                     std::function<PhraseOdds(std::string_view, double, std::size_t)> const& odds) {
  auto const& pairs = reading.alignment.source_of;
  auto const& quote = quotation.tokens();
  auto const& source = reading.passage->tokens();
  auto const scanned = reading.candidate->source.made == Made::ocr;
  auto const is_same = [&](std::size_t i) {
    if (pairs[i] == Alignment::unpaired) return false;
    auto const at = static_cast<std::size_t>(pairs[i]);
    return same_word(quote[i], source[at]) || (scanned && ocr_confusable(quote.surface(i), source.surface(at)));
  };
  // The rest of what is less probable need not be looked up.
  auto const least = -(reading.later ? ChanceTuning::improbable_later : ChanceTuning::improbable);
  PhraseOdds chance;
  std::int32_t expected = Alignment::unpaired;  // where the next run would stand if nothing lay between
  for (std::size_t i = 0; i < pairs.size() && chance.log_probability > least;) {
    if (!is_same(i)) {
      if (expected != Alignment::unpaired) ++expected;
      ++i;
      continue;
    }
    auto const first = i;
    while (i < pairs.size() && is_same(i) && (i == first || pairs[i] == pairs[i - 1] + 1)) ++i;
    auto const last = static_cast<std::size_t>(pairs[i - 1]);
    // A word misread by a machine is rare, and proves no more than the word that is meant.
    auto const run =
        odds(scanned ? quote.stretch(first, i) : source.stretch(static_cast<std::size_t>(pairs[first]), last + 1),
             least - chance.log_probability, 1 + reading.witnesses);
    chance.words = run.words;
    chance.log_probability += run.log_probability;
    if (expected != Alignment::unpaired) chance.log_probability += std::log(1 + 2 * std::abs(pairs[first] - expected));
    expected = pairs[i - 1] + 1;
  }
  if (!reading.letters.words.empty() && chance.log_probability > least) {
    auto const by_letters = chance_of_letters(reading.letters, source, reading.witnesses, least, odds);
    if (by_letters.log_probability < chance.log_probability) chance = by_letters;
  }
  double others = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) others += is_same(i) ? 0 : 1;
  chance.log_probability = std::min(chance.log_probability + others * log_probability_of_sound(reading.sound), 0.0);
  return chance;
}

}  // namespace quoth::match
