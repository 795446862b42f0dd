// SPDX-License-Identifier: MIT
#include "proposal.hpp"

#include <algorithm>
#include <cmath>

namespace quoth::grammar {

namespace {

using enum WordClass;

// Numbers in classes: 0, 1, 2, 3-4, 5-8, 9-16, more.
std::uint32_t grade(std::uint32_t n) { return n < 3 ? n : n < 5 ? 3 : n < 9 ? 4 : n < 17 ? 5 : 6; }

constexpr std::uint32_t rules = static_cast<std::uint32_t>(ReportRule::count_);

enum Side : std::uint32_t { side_before, side_after };

class Proposer {
 public:
  Proposer(Scene const& scene, Scene::Place place, Precedent const& precedent, SpeakerHistory const& history)
      : scene_(scene),
        at_(place.phrase),
        sentence_(place.sentence),
        precedent_(precedent),
        history_(history),
        range_(scene.sentences[place.sentence]) {}

  std::vector<Candidate> propose() {
    auto const [first, last] = scene_.reports(sentence_);
    first_subject_ = scene_.first_subject(sentence_);
    word_before_ = word_before(scene_, at_);
    find_situation(first, last);
    constexpr std::uint32_t tagged = 1;
    if (shape().has_sure_label() && (situation_ & tagged) == 0) {
      propose_inner_label();  // leaves no doubt
      return std::move(candidates_);
    }
    if (propose_signature() || propose_citation()) return std::move(candidates_);
    auto const since = new_speaker(first, last);
    for (auto const* report = first; report != last; ++report) {
      if (report->cue < since) continue;
      if (report->mention != at_ && !(report->mention <= at_ && at_ < report->mention_last))
        propose_report(*report, first, last);
    }
    propose_owners();
    // Who quotes is not who says.
    if (since <= first_subject_ &&
        std::none_of(first, last, [](Report const& report) { return report.rule == ReportRule::quoted_object; }))
      propose_subject();
    propose_precedent();
    propose_neighbours();
    return std::move(candidates_);
  }

 private:
  // Whether the quotation has a tag, an introduction, or the sentence nothing at all.
  void find_situation(Report const* first, Report const* last) {
    for (auto const* report = first; report != last; ++report) {
      if (is_tag(*report)) situation_ |= 1U;
      if (report->cue < at_ && at_ - report->cue <= 2) situation_ |= 2U;
      if (report->cue < at_) situation_ |= 4U;
      if (report->cue > at_) situation_ |= 8U;
    }
  }

  // Where a second speaker takes over between an earlier quotation and this one: While one called it “a wonder,”
  // another called it “a wreck.” What stands before does not speak any more. The sentence's start where there is none.
  std::uint32_t new_speaker(Report const* first, Report const* last) const {
    std::uint32_t since = 0;
    for (auto const* report = first; report != last; ++report) {
      if (report->rule == ReportRule::subject_verb && is_behind_quotation(*report) && report->cue < at_)
        since = report->mention;
    }
    return since;
  }

  // Right behind a quotation, or with a conjunction between: “a wonder,” while another called it “a wreck.”
  bool is_behind_quotation(Report const& report) const {
    auto before = report.mention;
    if (before > range_.first && scene_.phrase(before - 1).is(PhraseKind::conjunction) && cue_class(report) < 2)
      --before;
    return before > range_.first && scene_.phrase(before - 1).is(PhraseKind::quotation);
  }

  // The words right behind the quotation name cue and speaker.
  bool is_tag(Report const& report) const {
    auto const start = std::min(report.mention, report.cue);
    return start > at_ && start - at_ <= 2 &&
           (start == at_ + 1 || !scene_.phrase(at_ + 1).is(PhraseKind::sentence_end));
  }

  Side side_of(Report const& report) const { return report.cue < at_ ? side_before : side_after; }

  // How the cue stands to the quotation: 0 right before it, 1 comma, 2 colon, 3 "that", 4.. by distance.
  std::uint32_t adjacency(Report const& report) const {
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

  std::uint32_t cue_class(Report const& report) const {
    auto const& phrase = scene_.phrase(report.cue);
    if (!phrase.is(PhraseKind::cue)) return 4;
    auto const& word = scene_.token(phrase.last - 1);
    return word.has(speech) ? 0U : word.has(verdict) ? 1U : word.has(thought) ? 2U : 3U;
  }

  std::uint32_t cue_form(Report const& report) const {
    auto const& phrase = scene_.phrase(report.cue);
    return cue_class(report) * cue_forms + static_cast<std::uint32_t>(phrase.form);
  }

  std::uint32_t quotations_between(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t n = 0;
    for (auto i = from + 1; i < to; ++i) n += scene_.phrase(i).is(PhraseKind::quotation);
    return n;
  }

  bool semicolon_between(std::uint32_t from, std::uint32_t to) const {
    for (auto i = from + 1; i < to; ++i) {
      if (scene_.phrase(i).is(PhraseKind::semicolon)) return true;
    }
    return false;
  }

  void propose_report(Report const& report, Report const* first, Report const* last) {
    Candidate candidate;
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
    features.add(
        FeatureGroup::mention_gap,
        side * 8U + grade(report.mention > report.cue ? report.mention - report.cue : report.cue - report.mention));
    add_common(candidate, side);
  }

  // Side, rule and cue class of the report next to the quotation, for one that stands farther off.
  std::uint32_t later_report(Report const& report, Report const* first, Report const* last) const {
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

  void add_common(Candidate& candidate, std::uint32_t side) {
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

  // Whether this is the mention chosen for the quotation before, or one of the same head; by how far back that was.
  std::uint32_t as_before(Proposal const& proposal) const {
    if (precedent_.quotation == no_phrase) return 0;
    auto const gap = sentence_ - precedent_.sentence;
    auto const distance = gap == 0 ? 0U : gap == 1 ? 1U : 2U;
    auto const chosen = precedent_.proposal.mention;
    if (chosen == proposal.mention) return 1 + distance * 3U;
    bool const same_head = chosen != no_phrase && head_of(scene_, chosen) == head_of(scene_, proposal.mention);
    return 1 + distance * 3U + (same_head ? 1U : 2U);
  }

  // 0 never spoke, 1 once, 2 more often, 3 spoke last; by the kind of mention.
  std::uint32_t known_speaker(Proposal const& proposal, std::uint32_t kind) const {
    auto const head = head_of(scene_, proposal.mention);
    auto const found = history_.find(head);
    auto times = found == history_.end() ? 0U : std::min(found->second, 2U);
    if (times > 0 && precedent_.quotation != no_phrase && head_of(scene_, precedent_.proposal.mention) == head)
      times += 2;
    return kind * 5U + times;
  }

  // The kind of phrase the mention's clause hangs on.
  std::uint32_t clause_before(std::uint32_t mention) const {
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

  // "Okafor’s promise of", "his": the last two before the quotation in its sentence.
  void propose_owners() {
    std::uint32_t found = 0;
    for (auto i = at_; i > range_.first && found < 2;) {
      --i;
      auto const& phrase = scene_.phrase(i);
      if (!phrase.is(PhraseKind::nominal)) continue;
      for (auto t = phrase.first; t < phrase.last; ++t) {
        auto const& token = scene_.token(t);
        if (!token.possessive && !(token.has(WordClass::possessive) && !token.has(subject))) continue;
        Candidate candidate;
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

  // "in Okafor’s view"
  void propose_owner_after() {
    for (auto i = at_ + 1; i + 1 < range_.last; ++i) {
      if (!scene_.phrase(i).is(PhraseKind::preposition) || !scene_.phrase(i + 1).is(PhraseKind::nominal)) continue;
      auto const& phrase = scene_.phrase(i + 1);
      for (auto t = phrase.first; t < phrase.last; ++t) {
        if (!scene_.token(t).possessive) continue;
        Candidate candidate;
        candidate.proposal = {ReportRule::owner, i + 1, i + 2, no_phrase, 0};
        add_common(candidate, side_after);
        return;
      }
    }
  }

  // "Hundreds of protesters"
  std::uint32_t with_of_phrase(std::uint32_t nominal) const {
    bool const tied = nominal + 2 < range_.last && scene_.phrase(nominal + 1).is(PhraseKind::preposition) &&
                      scene_.first_token(nominal + 1).has(of) && scene_.phrase(nominal + 2).is(PhraseKind::nominal);
    return nominal + (tied ? 3U : 1U);
  }

  // "Okafor has been accused of “…”": the words are about the subject.
  bool is_object_of_words() const {
    for (auto i = at_; i > range_.first && at_ - i < 8;) {
      --i;
      if (scene_.phrase(i).is(PhraseKind::cue)) return is_said_of_subject(scene_.narrative.tokens, scene_.phrase(i));
    }
    return false;
  }

  // The subject of the quotation's own sentence, whatever its verb.
  void propose_subject() {
    auto const subject_phrase = first_subject_;
    if (subject_phrase >= range_.last || is_object_of_words()) return;
    Candidate candidate;
    candidate.proposal = {ReportRule::bare_subject, subject_phrase, with_of_phrase(subject_phrase), no_phrase, 0};
    bool const announced = at_ > range_.first && scene_.phrase(at_ - 1).is(PhraseKind::colon);
    candidate.features.add(FeatureGroup::rule_distance,
                           number(ReportRule::bare_subject) * 8U + (announced ? 2U : 0U) + (subject_phrase > at_));
    add_common(candidate, subject_phrase < at_ ? side_before : side_after);
  }

  // "“OKAFOR: …”"
  void propose_inner_label() {
    if (shape().label.empty()) return;
    Candidate candidate;
    candidate.proposal = {ReportRule::inner_label, at_, at_ + 1, no_phrase, 0};
    add_common(candidate, side_before);
  }

  // "“…” – Okafor"; true where it is all that stands behind the quotation, which leaves no doubt.
  bool propose_signature() {
    auto i = at_ + 1;
    if (i < scene_.phrases.size() && scene_.phrase(i).is(PhraseKind::paragraph_end)) ++i;
    if (i + 1 >= scene_.phrases.size() || !scene_.phrase(i).is(PhraseKind::dash) ||
        !scene_.phrase(i + 1).is(PhraseKind::nominal))
      return false;
    Candidate candidate;
    candidate.proposal = {ReportRule::signature, i + 1, i + 2, no_phrase, 0};
    auto const end = i + 2 < scene_.phrases.size() ? scene_.phrase(i + 2).kind : PhraseKind::paragraph_end;
    bool const last = end == PhraseKind::paragraph_end || end == PhraseKind::comma || end == PhraseKind::sentence_end;
    candidate.features.add(FeatureGroup::rule_distance, number(ReportRule::signature) * 8U + last);
    add_common(candidate, side_after);
    return is_signed(scene_, {at_, sentence_}, candidate.proposal);
  }

  // "“…” (Okafor, p. 14)"; true where it leaves no doubt.
  bool propose_citation() {
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
    Candidate candidate;
    candidate.proposal = {ReportRule::signature, at_ + 2, at_ + 3, no_phrase, 0};
    candidate.features.add(FeatureGroup::rule_distance, number(ReportRule::signature) * 8U + 2U);
    add_common(candidate, side_after);
    return true;
  }

  void propose_precedent() {
    auto const& before = precedent_.proposal;
    if (precedent_.quotation == no_phrase || before.mention == no_phrase) return;
    Candidate candidate;
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

  void propose_neighbours() {
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

  void propose_neighbour(ReportRule rule, Report const& report, std::uint32_t sentence) {
    Candidate candidate;
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

  static std::uint32_t number(ReportRule rule) { return static_cast<std::uint32_t>(rule); }
  Shape const& shape() const { return scene_.shape(at_); }

  Scene const& scene_;
  std::uint32_t at_;
  std::uint32_t sentence_;
  Precedent const& precedent_;
  SpeakerHistory const& history_;
  Sentence range_;
  std::uint32_t situation_ = 0;
  std::uint32_t first_subject_ = no_phrase;
  std::uint32_t word_before_ = 0;
  std::vector<Candidate> candidates_;
};

}  // namespace

Span mention_span(Scene const& scene, Proposal const& proposal) {
  if (scene.phrase(proposal.mention).is(PhraseKind::quotation)) return scene.shape(proposal.mention).label;
  auto const& end = scene.token(scene.phrase(proposal.mention_last - 1).last - 1);
  return {scene.first_token(proposal.mention).first, end.last};
}

bool is_signed(Scene const& scene, Scene::Place place, Proposal const& proposal) {
  constexpr std::uint32_t longest_signature = 16;  // phrases
  if (proposal.rule != ReportRule::signature || !scene.first_token(proposal.mention).capital) return false;
  if (scene.phrase(place.phrase + 1).is(PhraseKind::open_bracket)) return scene.shape(place.phrase).words > 4;
  if (place.phrase > 0 && !scene.phrase(place.phrase - 1).is(PhraseKind::paragraph_end)) return false;
  auto const last = std::min<std::size_t>(scene.phrases.size(), proposal.mention + longest_signature);
  for (auto i = proposal.mention; i < last; ++i) {
    if (scene.phrase(i).is(PhraseKind::paragraph_end)) return true;
    if (scene.phrase(i).is(PhraseKind::cue) || scene.phrase(i).is(PhraseKind::quotation)) return false;
  }
  return false;
}

std::vector<Candidate> proposals_for(Scene const& scene, Scene::Place place, Precedent const& precedent,
                                     SpeakerHistory const& history) {
  return Proposer(scene, place, precedent, history).propose();
}

}  // namespace quoth::grammar
