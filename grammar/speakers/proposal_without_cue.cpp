// SPDX-License-Identifier: MIT
// Candidates that do not come from a cue in the quotation's own sentence.
#include <algorithm>

#include "grammar/clauses/interruption.hpp"
#include "grammar/speakers/candidate_generator.hpp"
#include "grammar/speakers/speakers_tuning.hpp"
#include "grammar/works/document_kind.hpp"

namespace quoth::grammar {

using enum WordClass;
using Tuned = CandidateTuning;

// Owners before the quotation, the last ones of its sentence: "Okafor’s promise of", "his".
void CandidateGenerator::propose_owners() {
  std::uint32_t found = 0;
  for (auto i = at_; i > range_.first && found < Tuned::most_owners;) {
    --i;
    auto const& phrase = parsed_.phrase(i);
    if (!phrase.is(PhraseKind::nominal)) continue;
    for (auto t = phrase.first; t < phrase.last; ++t) {
      auto const& token = parsed_.token(t);
      if (!token.possessive && !(token.has(WordClass::possessive) && !token.has(subject))) continue;
      WeighedProposal candidate;
      candidate.proposal = {ReportingRule::owner, i, i + 1, no_phrase, 0};
      candidate.features.add(FeatureGroup::rule_distance,
                             number(ReportingRule::owner) * 8U + std::min(at_ - i - 1, 7U));
      candidate.features.add(FeatureGroup::nearest, found > 0);
      auto const& next = parsed_.phrase(i + 1);
      candidate.features.add(FeatureGroup::owner_noun, parsed_.token(phrase.last - 1).has(utterance) * 2U +
                                                           (next.is(PhraseKind::that) || next.is(PhraseKind::colon)));
      add_common(candidate, side_before);
      ++found;
      break;
    }
  }
  propose_owner_after();
}

// An owner after the quotation: "in Okafor’s view".
void CandidateGenerator::propose_owner_after() {
  for (auto i = at_ + 1; i + 1 < range_.last; ++i) {
    if (!parsed_.phrase(i).is(PhraseKind::preposition) || !parsed_.phrase(i + 1).is(PhraseKind::nominal)) continue;
    auto const& phrase = parsed_.phrase(i + 1);
    for (auto t = phrase.first; t < phrase.last; ++t) {
      if (!parsed_.token(t).possessive) continue;
      WeighedProposal candidate;
      candidate.proposal = {ReportingRule::owner, i + 1, i + 2, no_phrase, 0};
      add_common(candidate, side_after);
      return;
    }
  }
}

// The end of a nominal with its "of": "Hundreds of protesters".
std::uint32_t CandidateGenerator::with_of_phrase(std::uint32_t nominal) const {
  bool const tied = nominal + 2 < range_.last && parsed_.phrase(nominal + 1).is(PhraseKind::preposition) &&
                    parsed_.first_token(nominal + 1).has(of) && parsed_.phrase(nominal + 2).is(PhraseKind::nominal);
  return nominal + (tied ? 3U : 1U);
}

// Whether the words are about the subject and not by it: "Okafor has been accused of “…”".
bool CandidateGenerator::is_object_of_words() const {
  for (auto i = at_; i > range_.first && at_ - i < Tuned::said_of_back;) {
    --i;
    if (parsed_.phrase(i).is(PhraseKind::cue)) return is_said_of_subject(parsed_.outer_text.tokens, parsed_.phrase(i));
  }
  return false;
}

// The subject of the quotation's own sentence, whatever its verb.
void CandidateGenerator::propose_subject() {
  auto const subject_phrase = first_subject_;
  if (subject_phrase >= range_.last || is_object_of_words()) return;
  WeighedProposal candidate;
  candidate.proposal = {ReportingRule::bare_subject, subject_phrase, with_of_phrase(subject_phrase), no_phrase, 0};
  bool const announced = at_ > range_.first && parsed_.phrase(at_ - 1).is(PhraseKind::colon);
  candidate.features.add(FeatureGroup::rule_distance,
                         number(ReportingRule::bare_subject) * 8U + (announced ? 2U : 0U) + (subject_phrase > at_));
  add_common(candidate, subject_phrase < at_ ? side_before : side_after);
}

// A label inside the quotation: "“OKAFOR: …”".
void CandidateGenerator::propose_inner_label() {
  if (span_features().label.empty()) return;
  WeighedProposal candidate;
  candidate.proposal = {ReportingRule::inner_label, at_, at_ + 1, no_phrase, 0};
  add_common(candidate, side_before);
}

// A signature: "“…” – Okafor". True if nothing else is after the quotation, which leaves no doubt.
bool CandidateGenerator::propose_signature() {
  auto i = at_ + 1;
  if (i < parsed_.phrases.size() && parsed_.phrase(i).is(PhraseKind::paragraph_end)) ++i;
  if (i + 1 >= parsed_.phrases.size() || !parsed_.phrase(i).is(PhraseKind::dash) ||
      !parsed_.phrase(i + 1).is(PhraseKind::nominal))
    return false;
  WeighedProposal candidate;
  candidate.proposal = {ReportingRule::signature, i + 1, i + 2, no_phrase, 0};
  auto const end = i + 2 < parsed_.phrases.size() ? parsed_.phrase(i + 2).kind : PhraseKind::paragraph_end;
  bool const last = end == PhraseKind::paragraph_end || end == PhraseKind::comma || end == PhraseKind::sentence_end;
  candidate.features.add(FeatureGroup::rule_distance, number(ReportingRule::signature) * 8U + last);
  add_common(candidate, side_after);
  return is_signed(parsed_, {at_, sentence_}, candidate.proposal);
}

// A citation: "“…” (Okafor, p. 14)", "“…” (Ana Okafor)". True if it leaves no doubt.
bool CandidateGenerator::propose_citation() {
  if (at_ + 2 >= parsed_.phrases.size() || !parsed_.phrase(at_ + 1).is(PhraseKind::open_bracket) ||
      !parsed_.phrase(at_ + 2).is(PhraseKind::nominal) || !parsed_.first_token(at_ + 2).capital ||
      parsed_.first_token(at_ + 2).any(WordClass::month | WordClass::day))  // "“…” (May 2019)"
    return false;
  bool numbered = false;
  auto end = at_ + 2;
  for (; end < parsed_.phrases.size() && end < at_ + Tuned::longest_cited &&
         !parsed_.phrase(end).is(PhraseKind::close_bracket);
       ++end) {
    for (auto t = parsed_.phrase(end).first; t < parsed_.phrase(end).last; ++t)
      numbered = numbered || parsed_.token(t).is(TokenKind::number);
  }
  if ((situation_ & 1U) != 0 || span_features().words < Tuned::fewest_cited_words ||
      !(numbered || is_name_in_brackets(end)))
    return false;
  WeighedProposal candidate;
  candidate.proposal = {ReportingRule::signature, at_ + 2, at_ + 3, no_phrase, 0};
  candidate.features.add(FeatureGroup::rule_distance, number(ReportingRule::signature) * 8U + 2U);
  add_common(candidate, side_after);
  return true;
}

// Whether the brackets behind a quotation that is a sentence hold a full name, with a role behind a comma at most, and
// end the sentence.
bool CandidateGenerator::is_name_in_brackets(std::uint32_t close) const {
  if (span_features().ending == Ending::none || span_features().ending == Ending::comma) return false;
  if (close + 1 < parsed_.phrases.size() && !parsed_.phrase(close).is(PhraseKind::close_bracket)) return false;
  auto const& name = parsed_.phrase(at_ + 2);
  if (name.last - name.first < 2 || (close != at_ + 3 && !parsed_.phrase(at_ + 3).is(PhraseKind::comma))) return false;
  for (auto i = name.first; i < name.last; ++i) {
    auto const& word = parsed_.token(i);
    if (!word.is_word() || !(word.capital || word.has(particle)) || word.all_capitals) return false;
  }
  return close + 1 >= range_.last || close + 1 >= parsed_.phrases.size() ||
         parsed_.phrase(close + 1).is(PhraseKind::paragraph_end) ||
         parsed_.phrase(close + 1).is(PhraseKind::sentence_end) || parsed_.phrase(close + 1).is(PhraseKind::quotation);
}

// Who is seen or heard saying it: "footage of Okafor saying “…”". True if there is somebody.
bool CandidateGenerator::propose_recorded(ReportingClause const* first, ReportingClause const* last) {
  for (auto const* clause = last; clause != first;) {
    --clause;
    if (clause->cue > at_) continue;
    if (clause->rule != ReportingRule::subject_gerund || at_ - clause->cue > Tuned::recorded_back ||
        clause->mention < 2 || !parsed_.first_token(clause->mention - 1).has(of) ||
        clause->cue != clause->mention_last || quotations_between(clause->cue, at_) > 0)
      return false;
    propose_clause(*clause, first, last);
    return true;
  }
  return false;
}

// The owner of a claim in whose clause the quotation is: "rejected Okafor’s claim that there are “thousands”". True if
// there is one.
bool CandidateGenerator::propose_owned_claim() {
  std::uint32_t verbs = 0;
  for (auto i = at_; i-- > range_.first + 1;) {
    auto const& phrase = parsed_.phrase(i);
    if (phrase.is(PhraseKind::cue) || phrase.is(PhraseKind::quotation) || phrase.is(PhraseKind::comma)) return false;
    verbs += phrase.is(PhraseKind::verb);
    if (!phrase.is(PhraseKind::that)) continue;
    auto const& claim = parsed_.phrase(i - 1);
    if (verbs > 1 || !claim.is(PhraseKind::nominal) || !parsed_.token(claim.last - 1).has(utterance)) return false;
    for (auto t = claim.first; t < claim.last; ++t) {
      auto const& token = parsed_.token(t);
      if (!token.possessive && !(token.has(WordClass::possessive) && !token.has(subject))) continue;
      WeighedProposal candidate;
      candidate.proposal = {ReportingRule::owner, i - 1, i, no_phrase, 0};
      candidate.features.add(FeatureGroup::owner_noun, 3U);
      add_common(candidate, side_before);
      return true;
    }
    return false;
  }
  return false;
}

// A sentence behind the quotation that says whose words it has. True if there is one.
bool CandidateGenerator::propose_pointer() {
  if ((situation_ & 7U) != 0) return false;
  WeighedProposal candidate;
  candidate.proposal = {ReportingRule::sentence_after, no_phrase, no_phrase, no_phrase, 0};
  auto const first = range_.last;
  for (auto i = first; i < parsed_.phrases.size() && i < first + Tuned::pointer_ahead; ++i) {
    candidate.proposal.mention = i;
    candidate.proposal.mention_last = i + 1;
    if (!is_pointed_at(parsed_, {at_, sentence_}, candidate.proposal)) continue;
    add_common(candidate, side_after);
    return true;
  }
  return false;
}

// A rule under which the words hold: "Under the Shore Act 2029, “an owner is liable”". True if there is one, and nobody
// is said to say them.
bool CandidateGenerator::propose_rule() {
  if ((situation_ & 7U) != 0 || at_ < range_.first + 3 || !parsed_.phrase(at_ - 1).is(PhraseKind::comma)) return false;
  auto under = at_ - 2;
  while (under > range_.first && (parsed_.phrase(under).is(PhraseKind::nominal) || parsed_.first_token(under).has(of)))
    --under;
  bool const begins = under == range_.first || parsed_.phrase(under - 1).is(PhraseKind::comma) ||
                      parsed_.phrase(under - 1).is(PhraseKind::that);
  auto const named = under + 1;
  if (!begins || parsed_.first_token(under).key != key_of("under") || named + 1 >= at_) return false;
  auto const& rule = parsed_.phrase(named);
  auto head = rule.last - 1;  // "Act 2029", "section 14"
  if (head > rule.first && parsed_.token(head).is(TokenKind::number)) --head;
  if (!is_rule_noun(parsed_.token(head).key)) return false;
  WeighedProposal candidate;
  candidate.proposal = {ReportingRule::according_to, named, at_ - 1, under, 0};
  candidate.features.add(FeatureGroup::rule_distance, number(ReportingRule::according_to) * 8U + 1U);
  add_common(candidate, side_before);
  return true;
}

// Whoever acts between the halves speaks: "“The bridge—” Okafor paused—“is safe.”"
bool CandidateGenerator::propose_interruption() {
  auto const found = interruption_beside(parsed_.outer_text.tokens, parsed_.phrases, parsed_.features_by_span, at_);
  if (!found) return false;
  WeighedProposal candidate;
  candidate.proposal = {ReportingRule::clause_subject, found->speaker, found->speaker + 1, found->action, 0};
  add_common(candidate, at_ == found->first ? side_after : side_before);
  return true;
}

// A line before it: "And from Chairwoman Okafor: “…”". True if nothing else is before the quotation, which leaves no
// doubt.
bool CandidateGenerator::propose_from_line(ReportingClause const* first, ReportingClause const* last) {
  for (auto const* clause = first; clause != last; ++clause) {
    WeighedProposal candidate;
    candidate.proposal = {clause->rule, clause->mention, clause->mention_last, clause->cue, 0};
    if (!is_line_before(parsed_, {at_, sentence_}, candidate.proposal)) continue;
    add_common(candidate, side_before);
    return true;
  }
  return false;
}

}  // namespace quoth::grammar
