// SPDX-License-Identifier: MIT
#include "match/check/evidence_test.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/assessment.hpp"
#include "match/check/check_tuning.hpp"
#include "match/check/quotation_part.hpp"
#include "match/speakers/quoted_inside.hpp"
#include "match/speakers/reported.hpp"

namespace quoth::match {

std::vector<std::size_t> EvidenceTest::stretches_in(Reading const& reading) const {
  if (stretches_.size() == 1) return {0};
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    if (stretches_.is_cut_cleanly(i) && stands_in(stretches_.tokens(i), stretches_.whole(), reading))
      found.push_back(i);
  }
  return found;
}

// Notes whether a document quotes the claimed speaker with the words, which takes longer to tell than chance.
bool EvidenceTest::is_quoted(Reading& reading) const {
  reading.quoted = reading.speaker == SpeakerRelation::unknown && !reading.later && speakers_.has_claim() &&
                   is_quoted_from_claimed(*reading.passage, reading.used, speakers_);
  return reading.quoted;
}

bool EvidenceTest::is_evidence(Reading& reading) const {
  auto const by_chance = chance(reading);
  if (reading.later) return by_chance <= EvidenceTuning::least_of_later && !accuses(reading);
  if (reading.speaker == SpeakerRelation::different) {
    // Beyond the widest limit it does not matter whether it accuses, which takes longer to tell.
    return by_chance <= EvidenceTuning::least_of_reported &&
           is_evidence_of_another(reading, stretches_.whole().tokens().size(), by_chance, accuses(reading));
  }
  if (ChanceTest::proves(reading, by_chance, true)) return true;
  if (ChanceTest::proves(reading, by_chance, false) && !accuses(reading)) return true;
  if (!is_quoted(reading)) return false;
  auto const there = chance(reading);
  return ChanceTest::proves(reading, there, true) || (ChanceTest::proves(reading, there, false) && !accuses(reading));
}

bool EvidenceTest::is_saying_of_another(std::vector<Reading> const& readings) const {
  auto const words = stretches_.whole().tokens().size();
  if (claim_.kind != QuotationKind::direct || words < EvidenceTuning::clause || !speakers_.is_express()) return false;
  std::string const* speaker = nullptr;
  std::size_t sources = 0;
  for (auto const& reading : readings) {
    if (reading.alignment.matched < words || reading.used.size() > words) continue;
    auto const& own = reading.passage->turn_of(reading.used.first).speaker;
    if (reading.speaker != SpeakerRelation::different || own.empty()) return false;
    if (speaker != nullptr && own != *speaker) return false;
    speaker = &own;
    ++sources;
  }
  return sources >= EvidenceTuning::least_sources;
}

bool EvidenceTest::is_evidence(Reading& reading, std::size_t stretch) const {
  auto const exact = reading.alignment.exact(stretches_.words(stretch).tokens().size());
  auto const by_chance = chance(reading, stretch);
  if (reading.later) return exact && by_chance <= EvidenceTuning::least_of_later;
  if (reading.speaker == SpeakerRelation::different)
    return is_evidence_of_another(reading, stretches_.words(stretch).tokens().size(), by_chance, !exact);
  if (ChanceTest::proves(reading, by_chance, !exact)) return true;
  return is_quoted(reading) && ChanceTest::proves(reading, chance(reading, stretch), !exact);
}

// Where somebody's turn passes words on as the claimed speaker's they count as that speaker's own, but not what that
// turn makes of them. Turns of phrase are anybody's: only a clause or more shows who said it.
bool EvidenceTest::is_evidence_of_another(Reading const& reading, std::size_t words, double by_chance,
                                          bool accuses) const {
  if (is_reported_as_of(speakers_.claimed(), *reading.passage, reading.used))
    return by_chance <= EvidenceTuning::least_of_reported && !accuses;
  auto const is_direct = claim_.kind == QuotationKind::direct;
  if (speakers_.is_express() && !(words >= EvidenceTuning::sentence && is_direct && !accuses)) {
    if (words < (is_direct ? EvidenceTuning::clause : EvidenceTuning::sentence) ||
        by_chance > EvidenceTuning::least_of_fragment)
      return false;
  }
  return ChanceTest::proves(reading, by_chance, accuses);
}

bool EvidenceTest::accuses(Reading const& reading) const {
  auto const assessment =
      assess(reading, stretches_, stretches_in(reading), {policy_, claim_.article, claim_.joins, {}});
  return std::ranges::any_of(assessment.evidence.edits,
                             [&](Edit const& edit) { return must_be_seen(verdict_of(edit, policy_)); });
}

bool EvidenceTest::is_evidence(FoundPart const& part) const {
  if (!part.reading) return false;
  auto const& whole = stretches_.whole().tokens();
  QuotedWords const alone({whole.stretch(part.words.first, part.words.last)}, whole.language());
  return ChanceTest::proves(*part.reading, chances_.chance(*part.reading, alone), true);
}

void EvidenceTest::drop_accidents(std::vector<FoundPart>& parts) const {
  std::size_t found = 0;
  for (auto& part : parts) {
    if (is_evidence(part)) {
      found += part.words.size();
    } else {
      part.reading.reset();
    }
  }
  if (2 * found <= stretches_.whole().tokens().size()) parts.clear();
}

bool EvidenceTest::is_everyday(Reading const& reading) const {
  auto const& whole = stretches_.whole();
  return reading.alignment.exact(whole.tokens().size()) &&
         chances_.chance_anywhere(reading, whole) >= EvidenceTuning::everyday;
}

bool EvidenceTest::is_likeness(Reading const& reading) const {
  return !reading.later && reading.speaker != SpeakerRelation::different &&
         reading.support >= EvidenceTuning::least_likeness && ChanceTest::proves(reading, chance(reading), false);
}

bool EvidenceTest::is_of_later(Reading const& reading) const {
  return reading.later && chance(reading) <= EvidenceTuning::least_of_later;
}

}  // namespace quoth::match
