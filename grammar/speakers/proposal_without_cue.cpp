// SPDX-License-Identifier: MIT
// Candidates that do not come from a cue in the quotation's own sentence.
#include <algorithm>

#include "grammar/clauses/interruption.hpp"
#include "grammar/speakers/proposer.hpp"

namespace quoth::grammar {

using enum WordClass;

// Owners before the quotation, the last two of its sentence: "Okafor’s promise of", "his".
void Proposer::propose_owners() {
  std::uint32_t found = 0;
  for (auto i = at_; i > range_.first && found < 2;) {
    --i;
    auto const& phrase = scene_.phrase(i);
    if (!phrase.is(PhraseKind::nominal)) continue;
    for (auto t = phrase.first; t < phrase.last; ++t) {
      auto const& token = scene_.token(t);
      if (!token.possessive && !(token.has(WordClass::possessive) && !token.has(subject))) continue;
      WeighedProposal candidate;
      candidate.proposal = {ReportRule::owner, i, i + 1, no_phrase, 0};
      candidate.features.add(FeatureGroup::rule_distance, number(ReportRule::owner) * 8U + std::min(at_ - i - 1, 7U));
      candidate.features.add(FeatureGroup::nearest, found > 0);
      add_common(candidate, side_before);
      ++found;
      break;
    }
  }
  propose_owner_after();
}

// An owner after the quotation: "in Okafor’s view".
void Proposer::propose_owner_after() {
  for (auto i = at_ + 1; i + 1 < range_.last; ++i) {
    if (!scene_.phrase(i).is(PhraseKind::preposition) || !scene_.phrase(i + 1).is(PhraseKind::nominal)) continue;
    auto const& phrase = scene_.phrase(i + 1);
    for (auto t = phrase.first; t < phrase.last; ++t) {
      if (!scene_.token(t).possessive) continue;
      WeighedProposal candidate;
      candidate.proposal = {ReportRule::owner, i + 1, i + 2, no_phrase, 0};
      add_common(candidate, side_after);
      return;
    }
  }
}

// The end of a nominal with its "of": "Hundreds of protesters".
std::uint32_t Proposer::with_of_phrase(std::uint32_t nominal) const {
  bool const tied = nominal + 2 < range_.last && scene_.phrase(nominal + 1).is(PhraseKind::preposition) &&
                    scene_.first_token(nominal + 1).has(of) && scene_.phrase(nominal + 2).is(PhraseKind::nominal);
  return nominal + (tied ? 3U : 1U);
}

// Whether the words are about the subject and not by it: "Okafor has been accused of “…”".
bool Proposer::is_object_of_words() const {
  for (auto i = at_; i > range_.first && at_ - i < 8;) {
    --i;
    if (scene_.phrase(i).is(PhraseKind::cue)) return is_said_of_subject(scene_.narrative.tokens, scene_.phrase(i));
  }
  return false;
}

// The subject of the quotation's own sentence, whatever its verb.
void Proposer::propose_subject() {
  auto const subject_phrase = first_subject_;
  if (subject_phrase >= range_.last || is_object_of_words()) return;
  WeighedProposal candidate;
  candidate.proposal = {ReportRule::bare_subject, subject_phrase, with_of_phrase(subject_phrase), no_phrase, 0};
  bool const announced = at_ > range_.first && scene_.phrase(at_ - 1).is(PhraseKind::colon);
  candidate.features.add(FeatureGroup::rule_distance,
                         number(ReportRule::bare_subject) * 8U + (announced ? 2U : 0U) + (subject_phrase > at_));
  add_common(candidate, subject_phrase < at_ ? side_before : side_after);
}

// A label inside the quotation: "“OKAFOR: …”".
void Proposer::propose_inner_label() {
  if (shape().label.empty()) return;
  WeighedProposal candidate;
  candidate.proposal = {ReportRule::inner_label, at_, at_ + 1, no_phrase, 0};
  add_common(candidate, side_before);
}

// A signature: "“…” – Okafor". True if nothing else is after the quotation, which leaves no doubt.
bool Proposer::propose_signature() {
  auto i = at_ + 1;
  if (i < scene_.phrases.size() && scene_.phrase(i).is(PhraseKind::paragraph_end)) ++i;
  if (i + 1 >= scene_.phrases.size() || !scene_.phrase(i).is(PhraseKind::dash) ||
      !scene_.phrase(i + 1).is(PhraseKind::nominal))
    return false;
  WeighedProposal candidate;
  candidate.proposal = {ReportRule::signature, i + 1, i + 2, no_phrase, 0};
  auto const end = i + 2 < scene_.phrases.size() ? scene_.phrase(i + 2).kind : PhraseKind::paragraph_end;
  bool const last = end == PhraseKind::paragraph_end || end == PhraseKind::comma || end == PhraseKind::sentence_end;
  candidate.features.add(FeatureGroup::rule_distance, number(ReportRule::signature) * 8U + last);
  add_common(candidate, side_after);
  return is_signed(scene_, {at_, sentence_}, candidate.proposal);
}

// A citation: "“…” (Okafor, p. 14)". True if it leaves no doubt.
bool Proposer::propose_citation() {
  if (at_ + 2 >= scene_.phrases.size() || !scene_.phrase(at_ + 1).is(PhraseKind::open_bracket) ||
      !scene_.phrase(at_ + 2).is(PhraseKind::nominal) || !scene_.first_token(at_ + 2).capital)
    return false;
  bool numbered = false;
  for (auto i = at_ + 2; i < scene_.phrases.size() && i < at_ + 10 && !scene_.phrase(i).is(PhraseKind::close_bracket);
       ++i) {
    for (auto t = scene_.phrase(i).first; t < scene_.phrase(i).last; ++t)
      numbered = numbered || scene_.token(t).is(TokenKind::number);
  }
  if (!numbered || (situation_ & 1U) != 0 || shape().words < 5) return false;
  WeighedProposal candidate;
  candidate.proposal = {ReportRule::signature, at_ + 2, at_ + 3, no_phrase, 0};
  candidate.features.add(FeatureGroup::rule_distance, number(ReportRule::signature) * 8U + 2U);
  add_common(candidate, side_after);
  return true;
}

// Whoever acts between the halves speaks: "“The bridge—” Okafor paused—“is safe.”"
bool Proposer::propose_interruption() {
  auto const found = interruption_beside(scene_.narrative.tokens, scene_.phrases, scene_.shapes, at_);
  if (!found) return false;
  WeighedProposal candidate;
  candidate.proposal = {ReportRule::clause_subject, found->speaker, found->speaker + 1, found->action, 0};
  add_common(candidate, at_ == found->first ? side_after : side_before);
  return true;
}

// A line before it: "And from Chairwoman Okafor: “…”". True if nothing else is before the quotation, which leaves no
// doubt.
bool Proposer::propose_from_line(Report const* first, Report const* last) {
  for (auto const* report = first; report != last; ++report) {
    WeighedProposal candidate;
    candidate.proposal = {report->rule, report->mention, report->mention_last, report->cue, 0};
    if (!is_line_before(scene_, {at_, sentence_}, candidate.proposal)) continue;
    add_common(candidate, side_before);
    return true;
  }
  return false;
}

void Proposer::propose_precedent() {
  auto const& before = precedent_.proposal;
  if (precedent_.quotation == no_phrase || before.mention == no_phrase) return;
  WeighedProposal candidate;
  candidate.proposal = before;
  candidate.proposal.rule = ReportRule::continued;
  auto const gap = std::min(sentence_ - precedent_.sentence, 3U);
  auto const paragraphs = std::min(range_.paragraph - scene_.sentences[precedent_.sentence].paragraph, 3U);
  auto const before_rule = before.rule == ReportRule::continued ? 0U
                           : before.cue == no_phrase            ? 1U
                           : before.cue > precedent_.quotation  ? 2U
                                                                : 3U;
  bool const opens_paragraph = at_ == 0 || scene_.phrase(at_ - 1).is(PhraseKind::paragraph_end);
  candidate.features.add(
      FeatureGroup::carrying,
      (((gap * 4U + paragraphs) * 4U + before_rule) * 2U + opens_paragraph) * 2U + precedent_.is_speech);
  candidate.features.add(
      FeatureGroup::quotations_between,
      std::min(quotations_between(std::max(precedent_.quotation, at_ > 400 ? at_ - 400 : 0U), at_), 3U));
  add_common(candidate, side_before);
}

void Proposer::propose_neighbours() {
  if (sentence_ > 0) {
    auto const [first, last] = scene_.reports(sentence_ - 1);
    if (first != last) propose_neighbour(ReportRule::sentence_before, *first, sentence_ - 1);
    if (last - first > 1) propose_neighbour(ReportRule::sentence_before, *(last - 1), sentence_ - 1);
    auto const subject_phrase = scene_.first_subject(sentence_ - 1);
    if (subject_phrase < scene_.sentences[sentence_ - 1].last) {
      Report bare;
      bare.mention = subject_phrase;
      bare.mention_last = subject_phrase + 1;
      bare.cue = no_phrase;
      propose_neighbour(ReportRule::subject_before, bare, sentence_ - 1);
    }
  }
  if (sentence_ + 1 < scene_.sentences.size()) {
    auto const [first, last] = scene_.reports(sentence_ + 1);
    if (first != last) propose_neighbour(ReportRule::sentence_after, *first, sentence_ + 1);
  }
}

void Proposer::propose_neighbour(ReportRule rule, Report const& report, std::uint32_t sentence) {
  WeighedProposal candidate;
  candidate.proposal = {rule, report.mention, report.mention_last, report.cue, 0};
  auto const& other = scene_.sentences[sentence];
  bool const same_paragraph = other.paragraph == range_.paragraph;
  auto const last = other.last - 1;
  bool const announced = scene_.phrase(last).is(PhraseKind::colon) ||
                         (last > other.first && scene_.phrase(last - 1).is(PhraseKind::colon));
  bool const holds_quotation =
      quotations_between(other.first, other.last) > 0 || scene_.phrase(other.first).is(PhraseKind::quotation);
  candidate.features.add(FeatureGroup::rule_distance,
                         number(rule) * 8U + same_paragraph * 4U + announced * 2U + holds_quotation);
  add_common(candidate, sentence < sentence_ ? side_before : side_after);
}

}  // namespace quoth::grammar
