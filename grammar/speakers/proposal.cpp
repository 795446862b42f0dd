// SPDX-License-Identifier: MIT
#include "grammar/speakers/proposal.hpp"

#include <algorithm>
#include <cmath>

#include "grammar/speakers/proposer.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;

// Bins a count: 0, 1, 2, 3-4, 5-8, 9-16, more.
std::uint32_t grade(std::uint32_t n) { return n < 3 ? n : n < 5 ? 3 : n < 9 ? 4 : n < 17 ? 5 : 6; }

constexpr std::uint32_t rules = static_cast<std::uint32_t>(ReportRule::count_);

}  // namespace

std::vector<WeighedProposal> Proposer::propose() {
  auto const [first, last] = scene_.reports(sentence_);
  first_subject_ = scene_.first_subject(sentence_);
  word_before_ = word_before(scene_, at_);
  find_situation(first, last);
  constexpr std::uint32_t tagged = 1;  // the first bit of `situation_`
  if (shape().has_sure_label() && (situation_ & tagged) == 0) {
    propose_inner_label();  // leaves no doubt
    return std::move(candidates_);
  }
  if (propose_interruption() || propose_from_line(first, last)) return std::move(candidates_);
  if (propose_signature() || propose_citation()) return std::move(candidates_);
  auto const since = new_speaker(first, last);
  for (auto const* report = first; report != last; ++report) {
    if (report->cue < since) continue;
    if (report->mention != at_ && !(report->mention <= at_ && at_ < report->mention_last))
      propose_report(*report, first, last);
  }
  propose_owners();
  // Whoever quotes is not the speaker.
  if (since <= first_subject_ &&
      std::none_of(first, last, [](Report const& report) { return report.rule == ReportRule::quoted_object; }))
    propose_subject();
  propose_precedent();
  propose_neighbours();
  return std::move(candidates_);
}

// Collects in bits what the sentence offers: 1 a tag, 2 a cue right before the quotation, 4 a cue before it, 8 one
// after it.
void Proposer::find_situation(Report const* first, Report const* last) {
  for (auto const* report = first; report != last; ++report) {
    if (is_tag(*report)) situation_ |= 1U;
    if (report->cue < at_ && at_ - report->cue <= 2) situation_ |= 2U;
    if (report->cue < at_) situation_ |= 4U;
    if (report->cue > at_) situation_ |= 8U;
  }
}

// The phrase where a second speaker takes over between an earlier quotation and this one: While one called it “a
// wonder,” another called it “a wreck.” Nobody named before it speaks this quotation. 0 if there is none.
std::uint32_t Proposer::new_speaker(Report const* first, Report const* last) const {
  std::uint32_t since = 0;
  for (auto const* report = first; report != last; ++report) {
    if (report->rule == ReportRule::subject_verb && is_behind_quotation(*report) && report->cue < at_)
      since = report->mention;
  }
  return since;
}

// Whether the clause is right after a quotation, or has only a conjunction between: “a wonder,” while another called it
// “a wreck.”
bool Proposer::is_behind_quotation(Report const& report) const {
  auto before = report.mention;
  if (before > range_.first && scene_.phrase(before - 1).is(PhraseKind::conjunction) &&
      (cue_class(report) < 2 || report.cue + 1 == at_))
    --before;
  return before > range_.first && scene_.phrase(before - 1).is(PhraseKind::quotation);
}

// Whether the clause is the quotation's tag: cue and speaker are the words right after it.
bool Proposer::is_tag(Report const& report) const {
  auto const start = std::min(report.mention, report.cue);
  return start > at_ && start - at_ <= 2 && (start == at_ + 1 || !scene_.phrase(at_ + 1).is(PhraseKind::sentence_end));
}

// What separates cue and quotation: 0 nothing, 1 a comma, 2 a colon, 3 "that", from 4 on something else, by distance.
std::uint32_t Proposer::adjacency(Report const& report) const {
  auto const from = side_of(report) == side_before ? std::max(report.cue + 1, report.mention_last) : at_ + 1;
  auto const to = side_of(report) == side_before ? at_ : std::min(report.cue, report.mention);
  if (to <= from) return 0;
  if (to - from == 1 || (to - from == 2 && scene_.phrase(from + 1).is(PhraseKind::paragraph_end))) {
    auto const kind = scene_.phrase(from).kind;
    if (kind == PhraseKind::comma) return 1;
    if (kind == PhraseKind::colon) return 2;
    if (kind == PhraseKind::that) return 3;
  }
  auto const gap = to - from;
  if (scene_.phrase(to - 1).is(PhraseKind::colon)) return 2;
  return gap <= 2 ? 4U : gap <= 5 ? 5U : gap <= 10 ? 6U : 7U;
}

std::uint32_t Proposer::cue_class(Report const& report) const {
  auto const& phrase = scene_.phrase(report.cue);
  if (!phrase.is(PhraseKind::cue)) return 4;
  auto const& word = scene_.token(phrase.last - 1);
  return word.has(speech) ? 0U : word.has(verdict) ? 1U : word.has(thought) ? 2U : 3U;
}

std::uint32_t Proposer::cue_form(Report const& report) const {
  auto const& phrase = scene_.phrase(report.cue);
  return cue_class(report) * cue_forms + static_cast<std::uint32_t>(phrase.form);
}

std::uint32_t Proposer::quotations_between(std::uint32_t from, std::uint32_t to) const {
  std::uint32_t n = 0;
  for (auto i = from + 1; i < to; ++i) n += scene_.phrase(i).is(PhraseKind::quotation);
  return n;
}

bool Proposer::semicolon_between(std::uint32_t from, std::uint32_t to) const {
  for (auto i = from + 1; i < to; ++i) {
    if (scene_.phrase(i).is(PhraseKind::semicolon)) return true;
  }
  return false;
}

void Proposer::propose_report(Report const& report, Report const* first, Report const* last) {
  WeighedProposal candidate;
  candidate.proposal = {report.rule, report.mention, report.mention_last, report.cue, 0};
  auto const side = side_of(report);
  auto const distance = adjacency(report);
  auto const low = std::min(report.cue, at_);
  auto const high = std::max(report.cue, at_);
  auto const between = static_cast<std::uint32_t>(
      std::count_if(first, last, [&](Report const& other) { return other.cue > low && other.cue < high; }));
  auto& features = candidate.features;
  auto const clause = clause_before(report.mention);
  features.add(FeatureGroup::clause_distance, (clause * 8U + distance) * 2U + side);
  auto const finite = static_cast<std::uint32_t>(std::count_if(first, last, [&](Report const& other) {
    return other.cue > low && other.cue < high &&
           (other.rule == ReportRule::subject_verb || other.rule == ReportRule::clause_subject);
  }));
  features.add(FeatureGroup::clause_depth, clause * 6U + std::min(finite, 5U));
  if (side == side_before && report.mention > 0 && scene_.phrase(report.mention - 1).is(PhraseKind::quotation)) {
    features.add(FeatureGroup::tag_between, (precedent_.proposal.mention == report.mention) * 8U + distance);
  }
  if (between > 0) features.add(FeatureGroup::later_report, later_report(report, first, last));
  features.add(FeatureGroup::placement, (side * 8U + distance) * 5U + static_cast<std::uint32_t>(shape().ending));
  features.add(FeatureGroup::rule_distance, number(report.rule) * 8U + distance);
  features.add(FeatureGroup::cue_form, side * 25U + cue_form(report));
  features.add(FeatureGroup::separated, side * 2U + semicolon_between(low, high));
  features.add(FeatureGroup::reports_between, side * 4U + std::min(between, 3U));
  features.add(FeatureGroup::quotations_between, side * 4U + std::min(quotations_between(low, high), 3U));
  features.add(FeatureGroup::nearest, side * 2U + (between == 0));
  features.add(FeatureGroup::mention_gap, side * 8U + grade(report.mention > report.cue ? report.mention - report.cue
                                                                                        : report.cue - report.mention));
  add_common(candidate, side);
}

// For a clause farther off: side, and rule and cue class of the clause next to the quotation, as one number.
std::uint32_t Proposer::later_report(Report const& report, Report const* first, Report const* last) const {
  Report const* nearest = nullptr;
  auto const low = std::min(report.cue, at_);
  auto const high = std::max(report.cue, at_);
  for (auto const* other = first; other != last; ++other) {
    if (other->cue > low && other->cue < high && (nearest == nullptr || side_of(report) == side_before))
      nearest = other;
  }
  bool const across = quotations_between(low, high) > 0;
  return ((side_of(report) * rules + number(nearest->rule)) * 4U + std::min(cue_class(*nearest), 3U)) * 2U + across;
}

void Proposer::add_common(WeighedProposal& candidate, std::uint32_t side) {
  auto const rule = number(candidate.proposal.rule);
  auto const role = rule * 2U + side;
  auto const kind = static_cast<std::uint32_t>(mention_kind(scene_, candidate.proposal.mention));
  auto& features = candidate.features;
  features.add(FeatureGroup::rule, rule);
  features.add(FeatureGroup::rule_side, role);
  features.add(FeatureGroup::mention_kind, kind);
  features.add(FeatureGroup::rule_mention, role * 14U + kind);
  features.add(FeatureGroup::situation, role * 16U + situation_);
  features.add(FeatureGroup::opening, role * 2U + (at_ == range_.first));
  features.add(FeatureGroup::size_rule, role * 6U + std::min(grade(shape().words / 2U), 5U));
  features.add(FeatureGroup::start_rule, role * 2U + shape().starts_capital);
  features.add(FeatureGroup::rule_clause, role * 16U + clause_before(candidate.proposal.mention));
  features.add(FeatureGroup::rule_before, role * 16U + word_before_);
  features.add(FeatureGroup::known_speaker, known_speaker(candidate.proposal, kind));
  features.add(FeatureGroup::first_mention, role * 2U + (candidate.proposal.mention == first_subject_));
  features.add(FeatureGroup::as_before, rule * 12U + as_before(candidate.proposal));
  candidates_.push_back(candidate);
}

// Whether this mention, or one with the same head word, was chosen for the previous quotation; by the distance in
// sentences.
std::uint32_t Proposer::as_before(Proposal const& proposal) const {
  if (precedent_.quotation == no_phrase) return 0;
  auto const gap = sentence_ - precedent_.sentence;
  auto const distance = gap == 0 ? 0U : gap == 1 ? 1U : 2U;
  auto const chosen = precedent_.proposal.mention;
  if (chosen == proposal.mention) return 1 + distance * 3U;
  bool const same_head = chosen != no_phrase && head_of(scene_, chosen) == head_of(scene_, proposal.mention);
  return 1 + distance * 3U + (same_head ? 1U : 2U);
}

// By the kind of mention: 0 never spoke, 1 once, 2 more often; 2 more where the previous quotation was theirs.
std::uint32_t Proposer::known_speaker(Proposal const& proposal, std::uint32_t kind) const {
  auto const head = head_of(scene_, proposal.mention);
  auto const found = history_.find(head);
  auto times = found == history_.end() ? 0U : std::min(found->second, 2U);
  if (times > 0 && precedent_.quotation != no_phrase && head_of(scene_, precedent_.proposal.mention) == head)
    times += 2;
  return kind * 5U + times;
}

// A class of the phrase before the mention, which its clause depends on.
std::uint32_t Proposer::clause_before(std::uint32_t mention) const {
  if (mention == 0) return 0;
  auto const& before = scene_.phrase(mention - 1);
  auto const& word = scene_.token(before.last - 1);
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

Span mention_span(Scene const& scene, Proposal const& proposal) {
  if (scene.phrase(proposal.mention).is(PhraseKind::quotation)) return scene.shape(proposal.mention).label;
  auto const& end = scene.token(scene.phrase(proposal.mention_last - 1).last - 1);
  return {scene.first_token(proposal.mention).first, end.last};
}

bool is_line_before(Scene const& scene, Scene::Place place, Proposal const& proposal) {
  auto const colon = proposal.cue;
  constexpr std::uint32_t words_before = 2;  // "And from"
  if (proposal.rule != ReportRule::from_line || colon >= place.phrase ||
      proposal.mention > scene.sentences[place.sentence].first + words_before)
    return false;
  return place.phrase - colon == 1 ||
         (place.phrase - colon == 2 && scene.phrase(colon + 1).is(PhraseKind::paragraph_end));
}

namespace {

// Whether the phrases are a signed quotation, "“…” – Okafor": a quotation, a dash, a name.
bool is_signature_at(Scene const& scene, std::uint32_t quotation) {
  return quotation + 2 < scene.phrases.size() && scene.phrase(quotation).is(PhraseKind::quotation) &&
         scene.phrase(quotation + 1).is(PhraseKind::dash) && scene.phrase(quotation + 2).is(PhraseKind::nominal) &&
         scene.first_token(quotation + 2).capital;
}

// Whether the quotation starts a paragraph, or is right after the signature of another.
bool starts_signed_line(Scene const& scene, std::uint32_t quotation) {
  if (quotation == 0 || scene.phrase(quotation - 1).is(PhraseKind::paragraph_end)) return true;
  return quotation > 2 && is_signature_at(scene, quotation - 3);
}

}  // namespace

bool is_signed(Scene const& scene, Scene::Place place, Proposal const& proposal) {
  constexpr std::uint32_t longest_signature = 16;  // phrases
  if (proposal.rule != ReportRule::signature || !scene.first_token(proposal.mention).capital) return false;
  if (scene.phrase(place.phrase + 1).is(PhraseKind::open_bracket)) return scene.shape(place.phrase).words > 4;
  if (!starts_signed_line(scene, place.phrase)) return false;
  auto const last = std::min<std::size_t>(scene.phrases.size(), proposal.mention + longest_signature);
  for (auto i = proposal.mention; i < last; ++i) {
    if (scene.phrase(i).is(PhraseKind::paragraph_end)) return true;
    if (scene.phrase(i).is(PhraseKind::quotation)) return is_signature_at(scene, i);
    if (scene.phrase(i).is(PhraseKind::cue)) return false;
  }
  return false;
}

std::vector<WeighedProposal> proposals_for(Scene const& scene, Scene::Place place, Precedent const& precedent,
                                           SpeakerHistory const& history) {
  return Proposer(scene, place, precedent, history).propose();
}

}  // namespace quoth::grammar
