// SPDX-License-Identifier: MIT
#include "match/check/finding_sum.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "match/check/assessment.hpp"
#include "match/check/check_tuning.hpp"
#include "match/edits/edit_list.hpp"
#include "match/findings/fidelity.hpp"

namespace quoth::match {

namespace {

// The evidence on which the verdict of that segment rests; null for none.
Evidence* evidence_for(Finding& finding, std::uint32_t segment) {
  auto const found = std::ranges::find_if(finding.evidence, [&](Evidence const& evidence) {
    return std::ranges::find(evidence.segments, segment) != evidence.segments.end();
  });
  return found == finding.evidence.end() ? nullptr : &*found;
}

// The joins of stretches found in different passages. People repeat themselves: two whole sentences in two sources show
// that something was run together less often than that both come from a third source, which the store lacks.
void add_distant_joins(Finding& finding, Claim const& claim, Stretches const& stretches, Policy const& policy) {
  for (std::uint32_t after = 1; after < stretches.size(); ++after) {
    auto const known = std::ranges::find(finding.joins, after, &JoinFinding::after);
    auto const* const before = evidence_for(finding, after);
    auto* const next = evidence_for(finding, after + 1);
    if (known != finding.joins.end() || before == nullptr || next == nullptr) continue;
    auto const at = claim.joins[after - 1];
    auto const edit_class = at == JoinPlace::sentence ? EditClass::tag_gap : EditClass::splice;
    auto edit = make_edit(Edit::Op::jump, {edit_class, "run together with words said elsewhere, in " + next->source},
                          "", "", policy);
    edit.segment = after;
    edit.at_join = true;
    edit.quote_span = {stretches.first_byte(after), stretches.first_byte(after)};
    next->edits.push_back(std::move(edit));
    finding.joins.push_back({after, at, 0, policy.rule(edit_class).verdict});
  }
  std::ranges::sort(finding.joins, {}, &JoinFinding::after);
}

}  // namespace

void judge_absent(Finding& finding, Stretches const& stretches) {
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (finding.segments[i].fidelity || stretches.words(i).tokens().size() < LengthTuning::least_words) continue;
    finding.segments[i] = {Verdict::not_found, 0.0};
  }
}

void sum_up(Finding& finding, Claim const& claim, Stretches const& stretches, Policy const& policy) {
  add_distant_joins(finding, claim, stretches, policy);
  std::vector<Verdict> verdicts;
  double sum = 0;
  double size = 0;
  double kept = 1;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    auto const& segment = finding.segments[i];
    if (!segment.fidelity) continue;
    auto const words = static_cast<double>(stretches.words(i).tokens().size());
    verdicts.push_back(segment.verdict);
    // What is wrong beside the speaker is listed too.
    auto const number = static_cast<std::uint32_t>(i + 1);
    if (auto const* own = evidence_for(finding, number)) {
      verdicts.push_back(verdict_of(own->edits, number, false, policy));
      // The joins of one passage are counted once, with the first of its segments.
      if (own->segments.front() == number) kept *= share_kept_by_joins(own->edits);
    }
    sum += words * *segment.fidelity;
    size += words;
  }
  for (auto const& join : finding.joins) verdicts.push_back(join.verdict);
  std::ranges::sort(verdicts, std::ranges::greater(), gravity_of);
  verdicts.erase(std::unique(verdicts.begin(), verdicts.end()), verdicts.end());
  finding.verdict = verdicts.front();
  std::copy_if(verdicts.begin() + 1, verdicts.end(), std::back_inserter(finding.also), must_be_seen);
  finding.fidelity = size == 0 ? 0 : sum / size * kept;
}

void add_stretch(Finding& finding, Finding alone, std::uint32_t segment, std::uint32_t first_byte) {
  for (auto& evidence : alone.evidence) {
    for (auto& number : evidence.segments) number = segment + 1;
    for (auto& edit : evidence.edits) {
      edit.segment = segment + 1;
      edit.quote_span.first += first_byte;
      edit.quote_span.last += first_byte;
    }
    finding.evidence.push_back(std::move(evidence));
  }
  finding.segments[segment] = alone.segments.front();
  finding.fidelity = std::min(finding.fidelity, alone.fidelity);
  finding.confidence = std::min(finding.confidence, alone.confidence);
  if (gravity_of(alone.verdict) > gravity_of(finding.verdict)) std::swap(alone.verdict, finding.verdict);
  bool const is_told = alone.verdict == finding.verdict || !must_be_seen(alone.verdict) ||
                       std::ranges::find(finding.also, alone.verdict) != finding.also.end();
  if (!is_told) finding.also.push_back(alone.verdict);
}

void misattribute(Finding& finding) {
  if (must_be_seen(finding.verdict)) finding.also.insert(finding.also.begin(), finding.verdict);
  finding.verdict = Verdict::misattributed;
  finding.speaker_checked = SpeakerChecked::different;
  finding.fidelity = misattributed_fidelity(finding.fidelity);
  for (auto& segment : finding.segments)
    segment = {Verdict::misattributed, misattributed_fidelity(segment.fidelity.value_or(1))};
}

double confidence_in(Finding const& finding, Reading const& best, Claim const& claim, std::size_t words,
                     bool names_speaker) {
  using Tuning = ConfidenceTuning;
  constexpr auto few = static_cast<double>(LengthTuning::least_words);
  auto const enough = std::min((static_cast<double>(words) - few) / few, 1.0);
  double sure = Tuning::best * std::lerp(Tuning::of_few_words, Tuning::of_enough_words, enough);
  if (best.alignment.cost > 0) sure *= std::lerp(Tuning::without_support, Tuning::with_support, best.support);
  if (best.speaker == SpeakerRelation::unknown && names_speaker) sure *= Tuning::speaker_not_named;
  // If the attribution is wrong, the quotation is not misattributed.
  if (finding.verdict == Verdict::misattributed) sure *= claim.attribution->confidence;
  auto const& evidence = finding.evidence.front();
  auto const machine = evidence.made == Made::captions || is_machine_made(evidence.made);
  if (machine && must_be_seen(finding.verdict)) sure *= Tuning::heard_by_machine;
  auto const alike = std::ranges::any_of(evidence.edits, [](Edit const& edit) {
    return edit.edit_class == EditClass::homophone || edit.edit_class == EditClass::mishearing;
  });
  if (alike) sure *= Tuning::alike_in_sound;
  return sure;
}

}  // namespace quoth::match
