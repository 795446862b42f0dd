// SPDX-License-Identifier: MIT
#include "match/check/quotation_check.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/candidate_reader.hpp"
#include "match/check/evidence.hpp"
#include "match/check/fidelity.hpp"
#include "match/check/message.hpp"
#include "match/check/part_search.hpp"
#include "match/check/reading.hpp"
#include "match/edits/edit_list.hpp"
#include "text/model/date.hpp"

namespace quoth::match {

namespace {

// With fewer words, a quotation that is not found, or only found with another speaker, proves nothing.
constexpr std::size_t least_words = 4;
// An attribution with less confidence is reported as uncertain.
constexpr double least_sure_attribution = 0.8;

std::string describe(QuotationKind kind) {
  switch (kind) {
    case QuotationKind::headline:
      return "a headline";
    case QuotationKind::term:
      return "a term";
    case QuotationKind::title:
      return "a title";
    default:
      return "other words between marks";
  }
}

class QuotationCheck {
 public:
  QuotationCheck(Claim const& claim, CandidateSource const& candidate_source, Policy const& policy)
      : claim_(claim),
        candidate_source_(candidate_source),
        policy_(policy),
        words_(claim.segments),
        speakers_(claim.attribution ? &*claim.attribution : nullptr, claim.namesakes),
        ties_{claim.date, claim.favoured},
        reader_(candidate_source, speakers_, ties_) {}

  Finding check() {
    if (claim_.kind != QuotationKind::direct && claim_.kind != QuotationKind::partial)
      return unchecked("no source's speech, but " + describe(claim_.kind));
    if (words_.tokens().empty()) return unchecked("no words to compare");
    readings_ = reader_.read(words_);
    if (!readings_.empty()) {
      parts_ = find_parts_beside(readings_.front(), words_, reader_);
      return judge();
    }
    parts_ = find_parts_alone(words_, reader_);
    return parts_.empty() ? nothing_found() : judge_parts();
  }

  // The number in the store of the source with the words; 0 for none.
  std::int64_t source_number() const { return found_; }
  // See CandidateReader::rivals_of.
  std::optional<std::vector<std::int64_t>> rivals() const {
    return readings_.empty() ? std::nullopt : reader_.rivals_of(readings_.front().candidate->source.number);
  }
  // Whether no other source has the words equally well.
  bool is_only_source() const { return found_ != 0 && as_good_ == 1; }

 private:
  static Finding unchecked(std::string reason) {
    Finding finding;
    finding.message = "not checked: " + std::move(reason);
    finding.confidence = 1;
    return finding;
  }

  // Articles quote recent speech: a store that ends up to a month before the article still covers its time.
  static bool covers_time(Coverage const& coverage, std::string const& date) {
    constexpr std::int32_t lately = 31;  // days
    auto const article = text::day_number(date);
    auto const first = text::day_number(coverage.first_date);
    auto const last = text::day_number(coverage.last_date);
    return !article || !first || !last || (*first <= *article && *article <= *last + lately);
  }

  Finding nothing_found() const {
    if (words_.tokens().size() < least_words) return unchecked("too few words to tell where they come from");
    if (!speakers_.has_claim()) return unchecked("no speaker to look for, and the words stand nowhere in the store");
    auto const coverage = candidate_source_.coverage(speakers_.claimed());
    auto const claimed = std::string(speakers_.claimed());
    if (coverage.sources == 0) return unchecked("the store holds nothing of " + claimed);
    auto const& date = claim_.date;
    if (!covers_time(coverage, date))
      return unchecked("the store holds " + claimed + " from " + coverage.first_date + " to " + coverage.last_date +
                       " only, and the article is of " + date);
    Finding finding;
    finding.verdict = Verdict::not_found;
    finding.confidence = words_.tokens().size() < 2 * least_words ? 0.8 : 0.95;
    finding.message = "nothing like it in the " + std::to_string(coverage.sources) +
                      (coverage.sources == 1 ? " source" : " sources") + " the store holds of " + claimed;
    return finding;
  }

  Finding judge() {
    auto const& best = readings_.front();
    auto const foreign = best.speaker == SpeakerRelation::different;
    if (foreign && words_.tokens().size() < least_words) return unchecked("too few words to tell where they come from");
    Finding finding;
    EditContext context{policy_, claim_.negated, {}};
    for (auto const& part : parts_) context.elsewhere.push_back(part.words);
    auto weighed = weigh(context);
    for (auto& one : weighed) finding.evidence.push_back(std::move(one.evidence));
    auto const& chosen = *weighed.front().reading;
    found_ = number_of(finding.evidence.front().source);
    as_good_ = finding.evidence.size();
    add_part_evidence(finding);
    auto const& edits = finding.evidence.front().edits;
    set_verdicts(finding, edits, foreign);
    finding.fidelity = fidelity_of(edits);
    if (foreign) finding.fidelity = misattributed_fidelity(finding.fidelity);
    finding.confidence = confidence(chosen, finding);
    finding.message = message_for(finding, speakers_.claimed(), has_doubtful_speaker());
    auto const& speaker = finding.evidence.front().speaker;
    if (speakers_.is_namesake(speaker))
      finding.message += "; the name may mean " + speaker + " or " + std::string(speakers_.claimed());
    if (words_.cut_short()) finding.message += "; only the beginning was compared";
    return finding;
  }

  // A reading with its edits and its fidelity.
  struct Weighed {
    Reading const* reading = nullptr;
    Evidence evidence;
    double fidelity = 0;
  };

  // Of the readings that have the words equally well (or nearly so, if none has all), those with the highest fidelity
  // are the fair match: the best one comes first, followed by those of the same rank cost.
  std::vector<Weighed> weigh(EditContext const& context) const {
    auto const& best = readings_.front();
    auto const worst = best.worst_beside();
    std::vector<Weighed> weighed;
    for (auto const& reading : readings_) {
      if (weighed.size() >= most_evidence || reading.rank_cost() > worst) break;
      if (reading.speaker != best.speaker && reading.rank_cost() > best.rank_cost()) continue;
      PassageText const shown(*reading.passage, reading.alignment);
      auto evidence = evidence_of(reading, shown);
      evidence.edits = edits_of(words_, *reading.passage, reading.alignment, shown, context);
      add_part_edits(evidence.edits);
      auto const fidelity = fidelity_of(evidence.edits);
      weighed.push_back({&reading, std::move(evidence), fidelity});
    }
    std::ranges::stable_sort(weighed, std::ranges::greater(), &Weighed::fidelity);
    auto const cost = weighed.front().reading->rank_cost();
    std::erase_if(weighed, [&](Weighed const& one) { return one.reading->rank_cost() != cost; });
    return weighed;
  }

  // Adds an edit for each part that was found elsewhere or not at all.
  void add_part_edits(std::vector<Edit>& edits) const {
    for (auto const& part : parts_) {
      edits.push_back(part_edit(part));
      edits.back().quote_span = words_.span_of(part.words.first, part.words.last);
    }
  }

  Edit part_edit(FoundPart const& part) const {
    auto printed = words_.tokens().stretch(part.words.first, part.words.last);
    if (!part.reading) {
      return make_edit(Edit::Op::insert, {EditClass::unfound, "words that stand nowhere in the store"},
                       std::move(printed), "", policy_);
    }
    auto const evidence = evidence_of(*part.reading);
    return make_edit(Edit::Op::jump,
                     {EditClass::splice, "run together with words said elsewhere, in " + evidence.source},
                     std::move(printed), evidence.text, policy_);
  }

  void add_part_evidence(Finding& finding) const {
    for (auto const& part : parts_) {
      if (part.reading) finding.evidence.push_back(evidence_of(*part.reading));
    }
  }

  // Judges a quotation joined from passages so far apart that no single one resembles it.
  Finding judge_parts() {
    Finding finding;
    add_part_evidence(finding);
    auto& edits = finding.evidence.front().edits;
    add_part_edits(edits);
    // The other parts are joined to the first one, so it is no splice itself.
    edits.erase(std::ranges::find(edits, EditClass::splice, &Edit::edit_class));
    if (edits.empty())
      edits.push_back(
          make_edit(Edit::Op::jump, {EditClass::splice, "passages far apart are run together"}, "", "", policy_));
    set_verdicts(finding, edits, false);
    finding.fidelity = fidelity_of(edits);
    finding.confidence = 0.8;
    finding.message = message_for(finding, speakers_.claimed(), has_doubtful_speaker());
    return finding;
  }

  std::int64_t number_of(std::string const& source) const {
    auto const found =
        std::ranges::find(readings_, source, [](Reading const& one) { return one.candidate->source.id; });
    return found == readings_.end() ? 0 : found->candidate->source.number;
  }

  void set_verdicts(Finding& finding, std::vector<Edit> const& edits, bool foreign) const {
    std::vector verdicts{Verdict::verbatim};
    for (auto const& edit : edits) verdicts.push_back(policy_.rule(edit.edit_class).verdict);
    if (foreign) verdicts.push_back(Verdict::misattributed);
    std::ranges::sort(verdicts, std::ranges::greater(), gravity_of);
    verdicts.erase(std::unique(verdicts.begin(), verdicts.end()), verdicts.end());
    finding.verdict = verdicts.front();
    std::copy_if(verdicts.begin() + 1, verdicts.end(), std::back_inserter(finding.also), must_be_seen);
  }

  bool has_doubtful_speaker() const {
    return claim_.attribution && claim_.attribution->confidence < least_sure_attribution;
  }

  // The confidence in the finding, in [0, 1]: a product with a factor below 1 for each reason to doubt, such as few
  // words, an unknown speaker or a machine-made transcript.
  double confidence(Reading const& best, Finding const& finding) const {
    double sure = 0.98;
    auto const words = words_.tokens().size();
    if (words < 2 * least_words) sure *= 0.6 + 0.05 * static_cast<double>(words);
    if (best.alignment.cost > 0) sure *= 0.7 + 0.3 * best.support;
    if (best.speaker == SpeakerRelation::unknown && speakers_.has_claim()) sure *= 0.8;
    // If the attribution is wrong, the quotation is not misattributed.
    if (finding.verdict == Verdict::misattributed) sure *= claim_.attribution->confidence;
    auto const& evidence = finding.evidence.front();
    auto const machine = evidence.kind == TranscriptKind::captions || evidence.kind == TranscriptKind::asr;
    if (machine && must_be_seen(finding.verdict)) sure *= 0.6;
    auto const alike = std::ranges::any_of(evidence.edits, [](Edit const& edit) {
      return edit.edit_class == EditClass::homophone || edit.edit_class == EditClass::mishearing;
    });
    if (alike) sure *= 0.6;
    return sure;
  }

  Claim const& claim_;
  CandidateSource const& candidate_source_;
  Policy const& policy_;
  QuotedWords words_;
  SpeakerMatch speakers_;
  TieBreak ties_;
  CandidateReader reader_;
  std::vector<Reading> readings_;
  std::vector<FoundPart> parts_;  // parts that are not in the best reading
  std::int64_t found_ = 0;
  std::size_t as_good_ = 0;  // number of sources with the words equally well, including the best
};

}  // namespace

QuotationResult check_quotation(Claim const& claim, CandidateSource const& candidate_source, Policy const& policy) {
  QuotationCheck one(claim, candidate_source, policy);
  QuotationResult checked;
  checked.finding = one.check();
  checked.source = one.source_number();
  checked.is_only_source = one.is_only_source();
  checked.rivals = one.rivals();
  return checked;
}

}  // namespace quoth::match
