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
  finding.confidence = words < LengthTuning::least_words ? 0.6 : words < 2 * LengthTuning::least_words ? 0.8 : 0.95;
  finding.message = "nothing like it in the " + std::to_string(held.sources) +
                    (held.sources == 1 ? " source " : " sources ") + held.which;
  return finding;
}

}  // namespace quoth::match
