// SPDX-License-Identifier: MIT
// Candidates that do not come from a cue in the quotation's own sentence.
#include <algorithm>

#include "grammar/clauses/interruption.hpp"
#include "grammar/speakers/candidate_generator.hpp"
#include "grammar/speakers/speakers_tuning.hpp"

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
      !parsed_.phrase(at_ + 2).is(PhraseKind::nominal) || !parsed_.first_token(at_ + 2).capital)
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
  if (proposal.rule != ReportingRule::sentence_after || location.phrase + 1 != first || mention <= first + 1 ||
      mention >= parsed.phrases.size() || !parsed.phrase(mention).is(PhraseKind::nominal) ||
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
