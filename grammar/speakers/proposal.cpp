// SPDX-License-Identifier: MIT
#include "grammar/speakers/proposal.hpp"

#include <algorithm>
#include <array>

#include "grammar/speakers/candidate_generator.hpp"
#include "grammar/speakers/speakers_tuning.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;
using Tuned = CandidateTuning;

constexpr std::uint32_t rules = static_cast<std::uint32_t>(ReportingRule::count_);

}  // namespace

std::vector<WeighedProposal> CandidateGenerator::propose() {
  auto const [first, last] = parsed_.clauses(sentence_);
  first_subject_ = parsed_.first_subject(sentence_);
  word_before_ = word_before(parsed_, at_);
  find_situation(first, last);
  constexpr std::uint32_t tagged = 1;  // the first bit of `situation_`
  if (span_features().has_sure_label() && (situation_ & tagged) == 0) {
    propose_inner_label();  // leaves no doubt
    return std::move(candidates_);
  }
  if (propose_interruption() || propose_from_line(first, last)) return std::move(candidates_);
  if (propose_signature() || propose_citation() || propose_pointer() || propose_line_above() || propose_rule())
    return std::move(candidates_);
  if (propose_recorded(first, last) || propose_owned_claim()) return std::move(candidates_);
  if (propose_verdict(first, last)) return std::move(candidates_);
  auto const since = new_speaker(first, last);
  for (auto const* clause = first; clause != last; ++clause) {
    if (clause->cue < since) continue;
    if (is_source_behind_tag(*clause, first, last) || introduces_next(*clause, first, last)) continue;
    if (clause->mention != at_ && !(clause->mention <= at_ && at_ < clause->mention_last))
      propose_clause(*clause, first, last);
  }
  propose_owners();
  // Whoever quotes is not the speaker.
  if (since <= first_subject_ && std::none_of(first, last, [](ReportingClause const& clause) {
        return clause.rule == ReportingRule::quoted_object;
      }))
    propose_subject();
  propose_precedent();
  propose_neighbours();
  return std::move(candidates_);
}

// Collects in bits what the sentence offers: 1 a tag, 2 a cue right before the quotation, 4 a cue before it, 8 one
// after it.
void CandidateGenerator::find_situation(ReportingClause const* first, ReportingClause const* last) {
  for (auto const* clause = first; clause != last; ++clause) {
    if (is_tag(*clause)) situation_ |= 1U;
    if (clause->cue < at_ && at_ - clause->cue <= 2) situation_ |= 2U;
    if (clause->cue < at_) situation_ |= 4U;
    if (clause->cue > at_) situation_ |= 8U;
  }
}

// The phrase where a second speaker takes over between an earlier quotation and this one: While one called it “a
// wonder,” another called it “a wreck.” Nobody named before it speaks this quotation. 0 if there is none.
std::uint32_t CandidateGenerator::new_speaker(ReportingClause const* first, ReportingClause const* last) const {
  std::uint32_t since = 0;
  for (auto const* clause = first; clause != last; ++clause) {
    if (clause->rule == ReportingRule::subject_verb && is_behind_quotation(*clause) && clause->cue < at_)
      since = clause->mention;
  }
  return since;
}

// Whether the clause says where the words were printed, behind a tag that says who spoke: “…,” Okafor said, according
// to a transcript.
bool CandidateGenerator::is_source_behind_tag(ReportingClause const& clause, ReportingClause const* first,
                                              ReportingClause const* last) const {
  if (clause.rule != ReportingRule::according_to || clause.cue < at_) return false;
  auto const kind = mention_kind(parsed_, clause.mention);
  return (kind == MentionKind::document || kind == MentionKind::body) &&
         std::any_of(first, last, [&](ReportingClause const& other) {
           return other.rule != ReportingRule::according_to && other.cue < clause.cue && is_tag(other);
         });
}

// Whether the clause behind the quotation introduces the next one, and another before it reports this one: After Tamm
// said it was “better,” Okafor said: “I do not like it.”
bool CandidateGenerator::introduces_next(ReportingClause const& clause, ReportingClause const* first,
                                         ReportingClause const* last) const {
  auto const next = std::max(clause.cue + 1, clause.mention_last);
  if (clause.cue < at_ || clause.mention < at_ || next >= range_.last || !parsed_.phrase(next).is(PhraseKind::colon))
    return false;
  return std::any_of(first, last, [&](ReportingClause const& other) { return other.cue < at_; });
}

// Whether the clause is right after a quotation, or has only a conjunction between: “a wonder,” while another called it
// “a wreck.”
bool CandidateGenerator::is_behind_quotation(ReportingClause const& clause) const {
  auto before = clause.mention;
  if (before > range_.first && parsed_.phrase(before - 1).is(PhraseKind::conjunction) &&
      (cue_class(clause) < 2 || clause.cue + 1 == at_))
    --before;
  return before > range_.first && parsed_.phrase(before - 1).is(PhraseKind::quotation);
}

// Whether the clause is the quotation's tag: cue and speaker are the words right after it.
bool CandidateGenerator::is_tag(ReportingClause const& clause) const {
  auto const start = std::min(clause.mention, clause.cue);
  return start > at_ && start - at_ <= 2 && (start == at_ + 1 || !parsed_.phrase(at_ + 1).is(PhraseKind::sentence_end));
}

// What separates cue and quotation: 0 nothing, 1 a comma, 2 a colon, 3 "that", from 4 on something else, by distance.
std::uint32_t CandidateGenerator::adjacency(ReportingClause const& clause) const {
  auto const from = side_of(clause) == side_before ? std::max(clause.cue + 1, clause.mention_last) : at_ + 1;
  auto const to = side_of(clause) == side_before ? at_ : std::min(clause.cue, clause.mention);
  if (to <= from) return 0;
  if (to - from == 1 || (to - from == 2 && parsed_.phrase(from + 1).is(PhraseKind::paragraph_end))) {
    auto const kind = parsed_.phrase(from).kind;
    if (kind == PhraseKind::comma) return 1;
    if (kind == PhraseKind::colon) return 2;
    if (kind == PhraseKind::that) return 3;
  }
  auto const gap = to - from;
  if (parsed_.phrase(to - 1).is(PhraseKind::colon)) return 2;
  return gap <= 2 ? 4U : gap <= 5 ? 5U : gap <= 10 ? 6U : 7U;
}

std::uint32_t CandidateGenerator::cue_class(ReportingClause const& clause) const {
  auto const& phrase = parsed_.phrase(clause.cue);
  if (!phrase.is(PhraseKind::cue)) return 4;
  auto const& word = parsed_.token(phrase.last - 1);
  return word.has(speech) ? 0U : word.has(verdict) ? 1U : word.has(thought) ? 2U : 3U;
}

std::uint32_t CandidateGenerator::cue_form(ReportingClause const& clause) const {
  auto const& phrase = parsed_.phrase(clause.cue);
  return cue_class(clause) * cue_forms + static_cast<std::uint32_t>(phrase.form);
}

std::uint32_t CandidateGenerator::quotations_between(std::uint32_t from, std::uint32_t to) const {
  std::uint32_t n = 0;
  for (auto i = from + 1; i < to; ++i) n += parsed_.phrase(i).is(PhraseKind::quotation);
  return n;
}

bool CandidateGenerator::semicolon_between(std::uint32_t from, std::uint32_t to) const {
  for (auto i = from + 1; i < to; ++i) {
    if (parsed_.phrase(i).is(PhraseKind::semicolon)) return true;
  }
  return false;
}

// Whether the quotation is what a verb calls its object: "called Okafor “a fool”", "described him as “a fool”".
bool CandidateGenerator::is_verdict_on_object(ReportingClause const& clause) const {
  // "went on about “…”"
  auto const first_word = parsed_.first_token(clause.cue).key;
  if (clause.cue + 2 == at_ && parsed_.first_token(clause.cue + 1).key == key_of("about") &&
      (first_word == key_of("went") || first_word == key_of("goes") || first_word == key_of("going")))
    return true;
  if (clause.cue > at_ || at_ - clause.cue > Tuned::longest_object + 1 || at_ - clause.cue < 2 ||
      parsed_.phrase(clause.cue).form != CueForm::finite)
    return false;
  static constexpr std::array naming{key_of("called"),    key_of("calls"),     key_of("calling"),    key_of("call"),
                                     key_of("described"), key_of("describes"), key_of("describing"), key_of("dubbed"),
                                     key_of("dubbing"),   key_of("labeled"),   key_of("labelled"),   key_of("branded"),
                                     key_of("termed"),    key_of("deemed"),    key_of("declared")};
  auto const verb = parsed_.token(parsed_.phrase(clause.cue).last - 1).key;
  if (std::ranges::find(naming, verb) == naming.end()) return false;
  for (auto i = clause.cue + 1; i < at_; ++i) {
    auto const& phrase = parsed_.phrase(i);
    bool const as = phrase.is(PhraseKind::preposition) && parsed_.first_token(i).key == key_of("as");
    if (!as && !phrase.can_speak()) return false;
  }
  return true;
}

// Only the subjects of a verb that calls its object by the quoted words. True if there is one, which leaves no doubt.
bool CandidateGenerator::propose_verdict(ReportingClause const* first, ReportingClause const* last) {
  auto const before = candidates_.size();
  for (auto const* clause = first; clause != last; ++clause) {
    if (clause->mention < at_ && is_verdict_on_object(*clause)) propose_clause(*clause, first, last);
  }
  return candidates_.size() > before;
}

void CandidateGenerator::propose_clause(ReportingClause const& clause, ReportingClause const* first,
                                        ReportingClause const* last) {
  WeighedProposal candidate;
  candidate.proposal = {clause.rule, clause.mention, clause.mention_last, clause.cue, 0};
  auto const side = side_of(clause);
  auto const distance = adjacency(clause);
  auto const low = std::min(clause.cue, at_);
  auto const high = std::max(clause.cue, at_);
  auto const between = static_cast<std::uint32_t>(
      std::count_if(first, last, [&](ReportingClause const& other) { return other.cue > low && other.cue < high; }));
  auto& features = candidate.features;
  auto const place_of_clause = clause_before(clause.mention);
  features.add(FeatureGroup::clause_distance, (place_of_clause * 8U + distance) * 2U + side);
  auto const finite = static_cast<std::uint32_t>(std::count_if(first, last, [&](ReportingClause const& other) {
    return other.cue > low && other.cue < high &&
           (other.rule == ReportingRule::subject_verb || other.rule == ReportingRule::clause_subject);
  }));
  features.add(FeatureGroup::clause_depth, place_of_clause * 6U + std::min(finite, 5U));
  if (side == side_before && clause.mention > 0 && parsed_.phrase(clause.mention - 1).is(PhraseKind::quotation)) {
    features.add(FeatureGroup::tag_between, (precedent_.proposal.mention == clause.mention) * 8U + distance);
  }
  if (between > 0) features.add(FeatureGroup::later_report, later_report(clause, first, last));
  features.add(FeatureGroup::placement,
               (side * 8U + distance) * 5U + static_cast<std::uint32_t>(span_features().ending));
  features.add(FeatureGroup::rule_distance, number(clause.rule) * 8U + distance);
  features.add(FeatureGroup::cue_form, side * 25U + cue_form(clause));
  features.add(FeatureGroup::separated, side * 2U + semicolon_between(low, high));
  features.add(FeatureGroup::reports_between, side * 4U + std::min(between, 3U));
  features.add(FeatureGroup::quotations_between, side * 4U + std::min(quotations_between(low, high), 3U));
  features.add(FeatureGroup::nearest, side * 2U + (between == 0));
  features.add(FeatureGroup::mention_gap, side * 8U + grade(clause.mention > clause.cue ? clause.mention - clause.cue
                                                                                        : clause.cue - clause.mention));
  add_common(candidate, side);
}

// For a clause farther off: side, and rule and cue class of the clause next to the quotation, as one number.
std::uint32_t CandidateGenerator::later_report(ReportingClause const& clause, ReportingClause const* first,
                                               ReportingClause const* last) const {
  ReportingClause const* nearest = nullptr;
  auto const low = std::min(clause.cue, at_);
  auto const high = std::max(clause.cue, at_);
  for (auto const* other = first; other != last; ++other) {
    if (other->cue > low && other->cue < high && (nearest == nullptr || side_of(clause) == side_before))
      nearest = other;
  }
  bool const across = quotations_between(low, high) > 0;
  return ((side_of(clause) * rules + number(nearest->rule)) * 4U + std::min(cue_class(*nearest), 3U)) * 2U + across;
}

Span mention_span(ParsedText const& parsed, Proposal const& proposal) {
  if (parsed.phrase(proposal.mention).is(PhraseKind::quotation)) return parsed.span_features(proposal.mention).label;
  auto const& end = parsed.token(parsed.phrase(proposal.mention_last - 1).last - 1);
  return {parsed.first_token(proposal.mention).first, end.last};
}

bool is_line_before(ParsedText const& parsed, Location location, Proposal const& proposal) {
  auto const colon = proposal.cue;
  if (proposal.rule != ReportingRule::from_line || colon >= location.phrase ||
      proposal.mention > parsed.sentences[location.sentence].first + Tuned::before_from_line)
    return false;
  return location.phrase - colon == 1 ||
         (location.phrase - colon == 2 && parsed.phrase(colon + 1).is(PhraseKind::paragraph_end));
}

namespace {

// Whether the phrases are a signed quotation, "“…” – Okafor": a quotation, a dash, a name.
bool is_signature_at(ParsedText const& parsed, std::uint32_t quotation) {
  return quotation + 2 < parsed.phrases.size() && parsed.phrase(quotation).is(PhraseKind::quotation) &&
         parsed.phrase(quotation + 1).is(PhraseKind::dash) && parsed.phrase(quotation + 2).is(PhraseKind::nominal) &&
         parsed.first_token(quotation + 2).capital;
}

// Whether the quotation starts a paragraph, or is right after the signature of another.
bool starts_signed_line(ParsedText const& parsed, std::uint32_t quotation) {
  if (quotation == 0 || parsed.phrase(quotation - 1).is(PhraseKind::paragraph_end)) return true;
  return quotation > 2 && is_signature_at(parsed, quotation - 3);
}

}  // namespace

bool is_signed(ParsedText const& parsed, Location location, Proposal const& proposal) {
  if (proposal.rule != ReportingRule::signature || !parsed.first_token(proposal.mention).capital) return false;
  if (parsed.phrase(location.phrase + 1).is(PhraseKind::open_bracket))
    return parsed.span_features(location.phrase).words >= Tuned::fewest_cited_words;
  if (!starts_signed_line(parsed, location.phrase)) return false;
  auto const last = std::min<std::size_t>(parsed.phrases.size(), proposal.mention + Tuned::longest_signature);
  for (auto i = proposal.mention; i < last; ++i) {
    if (parsed.phrase(i).is(PhraseKind::paragraph_end)) return true;
    if (parsed.phrase(i).is(PhraseKind::quotation)) return is_signature_at(parsed, i);
    if (parsed.phrase(i).is(PhraseKind::cue)) return false;
  }
  return false;
}

std::vector<WeighedProposal> proposals_for(ParsedText const& parsed, Location location, Precedent const& precedent,
                                           SpeakerHistory const& history) {
  return CandidateGenerator(parsed, location, precedent, history).propose();
}

}  // namespace quoth::grammar
