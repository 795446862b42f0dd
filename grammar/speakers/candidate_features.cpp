// SPDX-License-Identifier: MIT
// The features that all candidates for the speaker have.
#include <algorithm>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/candidate_generator.hpp"

namespace quoth::grammar {

using enum WordClass;

void CandidateGenerator::add_common(WeighedProposal& candidate, std::uint32_t side) {
  auto const rule = number(candidate.proposal.rule);
  auto const role = rule * 2U + side;
  auto const kind = static_cast<std::uint32_t>(mention_kind(parsed_, candidate.proposal.mention));
  auto& features = candidate.features;
  features.add(FeatureGroup::rule, rule);
  features.add(FeatureGroup::rule_side, role);
  features.add(FeatureGroup::mention_kind, kind);
  features.add(FeatureGroup::rule_mention, role * 15U + kind);
  features.add(FeatureGroup::situation, role * 16U + situation_);
  features.add(FeatureGroup::opening, role * 2U + (at_ == range_.first));
  features.add(FeatureGroup::size_rule, role * 6U + std::min(grade(span_features().words / 2U), 5U));
  features.add(FeatureGroup::start_rule, role * 2U + span_features().starts_capital);
  features.add(FeatureGroup::rule_clause, role * 16U + clause_before(candidate.proposal.mention));
  features.add(FeatureGroup::rule_before, role * 16U + word_before_);
  features.add(FeatureGroup::known_speaker, known_speaker(candidate.proposal, kind));
  features.add(FeatureGroup::first_mention, role * 2U + (candidate.proposal.mention == first_subject_));
  features.add(FeatureGroup::as_before, rule * 12U + as_before(candidate.proposal));
  if (parsed_.outer_text.language == Language::german) {
    auto const place =
        candidate.proposal.rule >= ReportingRule::continued && candidate.proposal.rule <= ReportingRule::subject_before
            ? 2U
        : candidate.proposal.cue == no_phrase ? 1U
                                              : 0U;
    features.add(FeatureGroup::mood, parsed_.is_reported(sentence_) * 3U + place);
  }
  candidates_.push_back(candidate);
}

// Whether this mention, or one with the same head word, was chosen for the previous quotation; by the distance in
// sentences.
std::uint32_t CandidateGenerator::as_before(Proposal const& proposal) const {
  if (precedent_.quotation == no_phrase) return 0;
  auto const gap = sentence_ - precedent_.sentence;
  auto const distance = gap == 0 ? 0U : gap == 1 ? 1U : 2U;
  auto const chosen = precedent_.proposal.mention;
  if (chosen == proposal.mention) return 1 + distance * 3U;
  bool const same_head = chosen != no_phrase && head_of(parsed_, chosen) == head_of(parsed_, proposal.mention);
  return 1 + distance * 3U + (same_head ? 1U : 2U);
}

// By the kind of mention: 0 never spoke, 1 once, 2 more often; 2 more where the previous quotation was theirs.
std::uint32_t CandidateGenerator::known_speaker(Proposal const& proposal, std::uint32_t kind) const {
  auto const head = head_of(parsed_, proposal.mention);
  auto const found = history_.find(head);
  auto times = found == history_.end() ? 0U : std::min(found->second, 2U);
  if (times > 0 && precedent_.quotation != no_phrase && head_of(parsed_, precedent_.proposal.mention) == head)
    times += 2;
  return kind * 5U + times;
}

// A class of the phrase before the mention, which its clause depends on.
std::uint32_t CandidateGenerator::clause_before(std::uint32_t mention) const {
  if (mention == 0) return 0;
  auto const& before = parsed_.phrase(mention - 1);
  auto const& word = parsed_.token(before.last - 1);
  switch (before.kind) {
    case PhraseKind::sentence_end:
    case PhraseKind::paragraph_end:
      return 0;
    case PhraseKind::comma:
      return 1;
    case PhraseKind::conjunction:
      return word.has(and_) || word.key == key_of("but") ? 2 : 3;
    case PhraseKind::that:
      return 4;
    case PhraseKind::relative:
      return 5;
    case PhraseKind::preposition:
      return word.key == key_of("as") ? 6 : word.key == key_of("with") ? 7 : word.has(subordinator) ? 8 : 9;
    case PhraseKind::cue:
      return 10;
    case PhraseKind::verb:
      return 11;
    case PhraseKind::quotation:
      return 12;
    case PhraseKind::nominal:
    case PhraseKind::pronoun:
      return 13;
    case PhraseKind::adverb:
      return 14;
    default:
      return 15;
  }
}

}  // namespace quoth::grammar
