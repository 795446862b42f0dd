// SPDX-License-Identifier: MIT
#include "match/revision/pair_check.hpp"

#include <memory>
#include <numeric>
#include <vector>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/assessment.hpp"
#include "match/check/check_tuning.hpp"
#include "match/check/evidence.hpp"
#include "match/check/finding_sum.hpp"
#include "match/check/reading.hpp"
#include "match/check/stretches.hpp"
#include "match/edits/edit_list.hpp"
#include "match/edits/word_edit.hpp"
#include "match/revision/lost_marks.hpp"
#include "match/words/word_language.hpp"

namespace quoth::match {

namespace {

// No word is left: all of the old words stand for all of the new ones.
Evidence all_replaced(Stretches const& stretches, Candidate const& earlier, Policy const& policy) {
  auto const& printed = stretches.whole().tokens();
  Reading reading;
  reading.candidate = &earlier;
  reading.passage = std::make_shared<Passage const>(earlier, printed.language());
  auto const& source = reading.passage->tokens();
  reading.used = {0, source.size()};
  auto evidence = evidence_of(reading);
  evidence.text = source.stretch(0, source.size());
  auto edit = make_edit(Edit::Op::replace, classify_words(printed, {0, printed.size()}, source, reading.used),
                        stretches.text(), evidence.text, policy);
  edit.quote_span = {0, static_cast<std::uint32_t>(stretches.text().size())};
  edit.source_span = {0, static_cast<std::uint32_t>(evidence.text.size())};
  evidence.edits.push_back(std::move(edit));
  for (std::uint32_t i = 1; i <= stretches.size(); ++i) evidence.segments.push_back(i);
  return evidence;
}

}  // namespace

Finding check_pair(Claim const& claim, Candidate const& earlier, Policy const& policy) {
  Stretches const stretches(claim.segments, word_language(claim.language));
  SpeakerMatch anybody(nullptr);
  auto reading = read_candidate(stretches.whole(), earlier, anybody, {});
  Finding finding;
  finding.segments.resize(stretches.size());
  if (reading && reading->alignment.matched > 0) {
    std::vector<std::size_t> all(stretches.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    auto assessment = assess(*reading, stretches, all, {policy, claim.article, claim.joins, {}});
    finding.joins = std::move(assessment.joins);
    finding.evidence.push_back(std::move(assessment.evidence));
    for (auto& edit : lost_marks(*reading, stretches, policy))
      finding.evidence.front().edits.push_back(std::move(edit));
  } else {
    finding.evidence.push_back(all_replaced(stretches, earlier, policy));
  }
  auto const& edits = finding.evidence.front().edits;
  for (std::uint32_t i = 0; i < stretches.size(); ++i)
    finding.segments[i] = {verdict_of(edits, i + 1, false, policy), fidelity_of(edits, i + 1)};
  sum_up(finding, claim, stretches, policy);
  auto const words = stretches.whole().tokens().size();
  finding.confidence = reading ? confidence_in(finding, *reading, claim, words, false) : ConfidenceTuning::of_few_words;
  return finding;
}

}  // namespace quoth::match
