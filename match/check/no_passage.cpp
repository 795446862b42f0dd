// SPDX-License-Identifier: MIT
#include "match/check/no_passage.hpp"

#include <utility>

#include "match/check/check_tuning.hpp"

namespace quoth::match {

namespace {

std::string describe(QuotationKind kind) {
  switch (kind) {
    case QuotationKind::headline:
      return "a headline";
    case QuotationKind::term:
      return "a term";
    case QuotationKind::title:
      return "a title";
    default:
      return "other words between marks";
  }
}

double confidence_in_absence(std::size_t words) {
  if (words < LengthTuning::least_words) return ConfidenceTuning::few_words_not_found;
  return words < 2 * LengthTuning::least_words ? ConfidenceTuning::some_words_not_found
                                               : ConfidenceTuning::many_words_not_found;
}

}  // namespace

Finding unchecked(UncheckedReason reason, std::string why) {
  Finding finding;
  finding.reason = reason;
  finding.message = "not checked: " + std::move(why);
  finding.confidence = 1;
  return finding;
}

Finding no_speech(QuotationKind kind) {
  return unchecked(UncheckedReason::not_speech, "no source's speech, but " + describe(kind));
}

Finding not_found(HeldSpeech const& held, std::size_t words, std::size_t segments) {
  Finding finding;
  finding.verdict = Verdict::not_found;
  finding.segments.assign(segments, {Verdict::not_found, 0.0});
  finding.confidence = confidence_in_absence(words) * (held.machine_made ? ConfidenceTuning::not_found_by_machine : 1);
  finding.message = "nothing like it in the " + std::to_string(held.sources) +
                    (held.sources == 1 ? " source " : " sources ") + held.which;
  return finding;
}

}  // namespace quoth::match
