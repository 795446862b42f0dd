// SPDX-License-Identifier: MIT
#include "match/check/candidate_reader.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/check_tuning.hpp"
#include "match/check/witnesses.hpp"

namespace quoth::match {

std::vector<Candidate> const& CandidateReader::fetch(QuotedWords const& quotation) {
  auto search = quotation.search_words();
  needed_score_ = 0;
  if (auto const known = std::ranges::find(searches_, search); known != searches_.end())
    return candidates_[static_cast<std::size_t>(known - searches_.begin())];
  Query query;
  query.words = search;
  query.speaker = speakers_.claimed();
  query.date = ties_.date;
  query.favoured = ties_.favoured;
  query.least_score = CandidateTuning::least_score;
  query.least_score_of_others = least_score_of_others();
  auto& candidates = candidates_.emplace_back(candidate_source_.candidates(query));
  std::ranges::sort(candidates, [](Candidate const& a, Candidate const& b) {
    return a.score != b.score ? a.score > b.score : a.source.id < b.source.id;
  });
  searches_.push_back(std::move(search));
  return candidates;
}

// A document is no speaker of the sources that it may be, and who is not named speaks in any that name nobody.
double CandidateReader::least_score_of_others() const {
  if (speakers_.credits_work() || may_be_unnamed_()) return CandidateTuning::least_score;
  return speakers_.is_express() ? CandidateTuning::least_score_of_others : CandidateTuning::least_score_of_any;
}

std::vector<Reading> CandidateReader::read(QuotedWords const& quotation) {
  std::vector<Reading> readings;
  ReadingLimit limit;
  for (auto const& candidate : fetch(quotation)) {
    if (!can_matter(candidate)) break;
    // Of one recording a worse transcript may bear out what a better one misheard, and a person's contradict it.
    auto const by_machine = is_machine_made(candidate.source.made);
    auto reading = read_candidate(quotation, candidate, speakers_, ties_, by_machine ? ReadingLimit() : limit);
    if (!reading || !reading->resembles()) continue;
    if (!reading->later && !by_machine) {
      note(*reading);
      limit.most_cost = std::min(limit.most_cost, reading->worst_beside_best());
    }
    readings.push_back(std::move(*reading));
  }
  std::ranges::sort(readings, better);
  count_witnesses(readings);
  return readings;
}

std::optional<Reading> CandidateReader::read_part(QuotedWords const& part, double least_support) {
  std::optional<Reading> best;
  ReadingLimit limit;
  limit.not_foreign = true;
  for (auto const& candidate : fetch(part)) {
    if (!can_matter(candidate)) break;
    auto reading = read_candidate(part, candidate, speakers_, ties_, limit);
    if (!reading || !reading->resembles() || reading->support < least_support || reading->later) continue;
    note(*reading);
    limit.most_cost = std::min(limit.most_cost, reading->rank_cost());
    if (!best || better(*reading, *best)) best = std::move(reading);
  }
  return best;
}

std::optional<std::vector<std::int64_t>> CandidateReader::rivals_of(std::int64_t best) const {
  std::vector<std::int64_t> rivals;
  for (auto const& candidates : candidates_) {
    if (candidates.empty()) return std::nullopt;
    auto const of_whole = &candidates == &candidates_.front();
    for (auto const& candidate : candidates) {
      if (candidate.by_ties) return std::nullopt;
      if (!of_whole || candidate.source.number != best) rivals.push_back(candidate.source.number);
    }
  }
  return rivals;
}

bool CandidateReader::can_matter(Candidate const& candidate) const { return candidate.score >= needed_score_; }

void CandidateReader::note(Reading const& reading) {
  if (speakers_.has_claim() && reading.speaker != SpeakerRelation::same) return;
  auto const exact = reading.alignment.cost == 0;
  if (!exact && reading.support < CandidateTuning::good_support) return;
  needed_score_ = std::max(needed_score_, reading.candidate->score * (exact ? CandidateTuning::share_for_exact
                                                                            : CandidateTuning::share_for_good));
}

}  // namespace quoth::match
