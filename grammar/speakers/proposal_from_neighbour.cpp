// SPDX-License-Identifier: MIT
// Candidates from the sentences and lines beside the quotation's own.
#include <algorithm>

#include "grammar/speakers/candidate_generator.hpp"
#include "grammar/speakers/speakers_tuning.hpp"

namespace quoth::grammar {

using enum WordClass;
using Tuned = CandidateTuning;

void CandidateGenerator::propose_precedent() {
  auto const& before = precedent_.proposal;
  if (precedent_.quotation == no_phrase || before.mention == no_phrase) return;
  WeighedProposal candidate;
  candidate.proposal = before;
  candidate.proposal.rule = ReportingRule::continued;
  auto const gap = std::min(sentence_ - precedent_.sentence, 3U);
  auto const paragraphs = std::min(range_.paragraph - parsed_.sentences[precedent_.sentence].paragraph, 3U);
  auto const before_rule = before.rule == ReportingRule::continued ? 0U
                           : before.cue == no_phrase               ? 1U
                           : before.cue > precedent_.quotation     ? 2U
                                                                   : 3U;
  bool const opens_paragraph = at_ == 0 || parsed_.phrase(at_ - 1).is(PhraseKind::paragraph_end);
  candidate.features.add(
      FeatureGroup::carrying,
      (((gap * 4U + paragraphs) * 4U + before_rule) * 2U + opens_paragraph) * 2U + precedent_.is_speech);
  candidate.features.add(
      FeatureGroup::quotations_between,
      std::min(quotations_between(std::max(precedent_.quotation, at_ - std::min(at_, Tuned::quotations_back)), at_),
               3U));
  add_common(candidate, side_before);
}

// Who reports in the last sentence with a verb of reporting, where all since then are in the subjunctive: Der Minister
// sagte, der Plan sei gut. Er werde „alles“ ändern.
void CandidateGenerator::propose_reporter() {
  if (!parsed_.is_reported(sentence_)) return;
  auto const last = sentence_ - std::min(sentence_, Tuned::reported_back);
  for (auto s = sentence_; s-- > last;) {
    auto const [begin, end] = parsed_.clauses(s);
    auto const reports = [&](ReportingClause const& clause) { return parsed_.phrase(clause.cue).is(PhraseKind::cue); };
    auto const* const clause = std::find_if(begin, end, reports);
    if (clause != end) {
      if (s + 1 < sentence_) propose_neighbour(ReportingRule::sentence_before, *clause, s);
      return;
    }
    if (!parsed_.is_reported(s)) return;
  }
}

void CandidateGenerator::propose_neighbours() {
  propose_reporter();
  if (sentence_ > 0) {
    auto const [first, last] = parsed_.clauses(sentence_ - 1);
    if (first != last) propose_neighbour(ReportingRule::sentence_before, *first, sentence_ - 1);
    if (last - first > 1) propose_neighbour(ReportingRule::sentence_before, *(last - 1), sentence_ - 1);
    auto const subject_phrase = parsed_.first_subject(sentence_ - 1);
    if (subject_phrase < parsed_.sentences[sentence_ - 1].last) {
      ReportingClause bare;
      bare.mention = subject_phrase;
      bare.mention_last = subject_phrase + 1;
      bare.cue = no_phrase;
      propose_neighbour(ReportingRule::subject_before, bare, sentence_ - 1);
    }
  }
  if (sentence_ + 1 < parsed_.sentences.size()) {
    auto const [first, last] = parsed_.clauses(sentence_ + 1);
    if (first != last) propose_neighbour(ReportingRule::sentence_after, *first, sentence_ + 1);
  }
}

void CandidateGenerator::propose_neighbour(ReportingRule rule, ReportingClause const& clause, std::uint32_t sentence) {
  WeighedProposal candidate;
  candidate.proposal = {rule, clause.mention, clause.mention_last, clause.cue, 0};
  auto const& other = parsed_.sentences[sentence];
  bool const same_paragraph = other.paragraph == range_.paragraph;
  auto const last = other.last - 1;
  bool const announced = parsed_.phrase(last).is(PhraseKind::colon) ||
                         (last > other.first && parsed_.phrase(last - 1).is(PhraseKind::colon));
  bool const holds_quotation =
      quotations_between(other.first, other.last) > 0 || parsed_.phrase(other.first).is(PhraseKind::quotation);
  candidate.features.add(FeatureGroup::rule_distance,
                         number(rule) * 8U + same_paragraph * 4U + announced * 2U + holds_quotation);
  add_common(candidate, sentence < sentence_ ? side_before : side_after);
}

// A line above the quotation with nothing but a name. True if there is one.
bool CandidateGenerator::propose_line_above() {
  if (situation_ != 0 || sentence_ == 0) return false;
  auto const& above = parsed_.sentences[sentence_ - 1];
  bool const desk = parsed_.first_token(above.first).key == key_of("from") && above.last - above.first > 4;
  WeighedProposal candidate;
  auto const mention = above.first + (desk ? 3U : 0U);  // "From the desk of"
  candidate.proposal = {ReportingRule::label, mention, mention + 1, no_phrase, 0};
  if (!is_below_name(parsed_, {at_, sentence_}, candidate.proposal)) return false;
  add_common(candidate, side_before);
  return true;
}

bool is_below_name(ParsedText const& parsed, Location location, Proposal const& proposal) {
  if (proposal.rule != ReportingRule::label || proposal.cue != no_phrase || location.sentence == 0) return false;
  auto const& own = parsed.sentences[location.sentence];
  auto const& above = parsed.sentences[location.sentence - 1];
  if (own.first != location.phrase || own.last != own.first + 2 ||
      !parsed.phrase(own.last - 1).is(PhraseKind::paragraph_end))
    return false;
  auto const mention = proposal.mention;
  bool const starts = above.first == 0 || parsed.phrase(above.first - 1).is(PhraseKind::paragraph_end);
  if (!starts || mention < above.first || mention >= above.last || above.last - above.first > Tuned::longest_above ||
      !parsed.phrase(mention).is(PhraseKind::nominal) || !parsed.phrase(above.last - 1).is(PhraseKind::paragraph_end))
    return false;
  auto const& name = parsed.phrase(mention);
  if (name.last - name.first < 2 || !parsed.token(name.first).any(given_name | title)) return false;
  for (auto i = name.first; i < name.last; ++i) {
    if (!parsed.token(i).capital && !parsed.token(i).has(particle)) return false;
  }
  if (mention + 1 < above.last - 1 && !parsed.phrase(mention + 1).is(PhraseKind::comma)) return false;
  for (auto i = mention + 1; i < above.last - 1; ++i) {
    if (parsed.phrase(i).is(PhraseKind::cue) || parsed.phrase(i).is(PhraseKind::verb) ||
        parsed.phrase(i).is(PhraseKind::quotation))
      return false;
  }
  return true;
}

bool is_pointed_at(ParsedText const& parsed, Location location, Proposal const& proposal) {
  auto const first = parsed.sentences[location.sentence].last;
  auto const mention = proposal.mention;
  bool const block = parsed.span_features(location.phrase).block;  // and a paragraph of its own
  if (proposal.rule != ReportingRule::sentence_after || first - location.phrase > (block ? 2U : 1U) ||
      mention <= first + 1 || mention >= parsed.phrases.size() || !parsed.phrase(mention).is(PhraseKind::nominal) ||
      !parsed.token(parsed.phrase(mention).last - 1).capital)
    return false;
  auto const& opening = parsed.first_token(first);
  auto const& verb = parsed.phrase(first + 1);
  auto const& verb_word = parsed.token(verb.last - 1);
  // "So said Okafor."
  if (opening.key == key_of("so") || opening.key == key_of("thus"))
    return mention == first + 2 && verb.is(PhraseKind::cue) && verb_word.has(speech);
  // "That was Okafor.", "Those were the words of Okafor."
  if (!opening.any(that | demonstrative | it) || !verb.is(PhraseKind::verb) || verb.last - verb.first != 1 ||
      !verb_word.has(be))
    return false;
  if (mention == first + 2) return !parsed.first_token(mention).any(determiner | WordClass::possessive);
  auto const& noun = parsed.phrase(first + 2);
  return mention == first + 4 && parsed.first_token(first + 3).has(of) && parsed.token(noun.last - 1).has(utterance);
}

}  // namespace quoth::grammar
