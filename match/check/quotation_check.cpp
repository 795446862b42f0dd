// SPDX-License-Identifier: MIT
#include "match/check/quotation_check.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/assessment.hpp"
#include "match/check/candidate_reader.hpp"
#include "match/check/check_tuning.hpp"
#include "match/check/evidence.hpp"
#include "match/check/evidence_test.hpp"
#include "match/check/finding_sum.hpp"
#include "match/check/held_speech.hpp"
#include "match/check/no_passage.hpp"
#include "match/check/part_search.hpp"
#include "match/check/reading.hpp"
#include "match/check/speaker_check.hpp"
#include "match/check/stretches.hpp"
#include "match/check/witnesses.hpp"
#include "match/edits/edit_list.hpp"
#include "match/findings/evidence_limit.hpp"
#include "match/findings/fidelity.hpp"
#include "match/findings/message.hpp"
#include "match/place/place_check.hpp"
#include "match/words/word_language.hpp"

namespace quoth::match {

namespace {

class QuotationCheck {
 public:
  QuotationCheck(Claim const& claim, CandidateSource const& candidate_source, Policy const& policy)
      : claim_(claim),
        candidate_source_(candidate_source),
        policy_(policy),
        stretches_(claim.segments, word_language(claim.language)),
        speakers_(claim.attribution ? &*claim.attribution : nullptr, claim.namesakes, &claim.people),
        ties_{claim.date, claim.favoured},
        reader_(candidate_source, speakers_, ties_,
                [this] { return !holds_claimed() && may_be_unnamed(claim_, candidate_source_); }),
        test_(claim, stretches_, policy, speakers_, candidate_source),
        places_(candidate_source.whole_sources, policy) {
    speakers_.set_roles(claim.roles);
    // What else a store that is not complete may lack is not known.
    if (candidate_source.store_coverage == StoreCoverage::complete)
      speakers_.set_documents_called(candidate_source_.documents_called);
  }

  Finding check() {
    if (claim_.kind != QuotationKind::direct && claim_.kind != QuotationKind::partial) return no_speech(claim_.kind);
    if (words().tokens().empty()) return unchecked(UncheckedReason::too_common, "no words to compare");
    readings_ = reader_.read(words());
    auto const resembled = !readings_.empty();
    drop_accidents();
    prefer_people();
    if (readings_.empty() && stretches_.size() == 1) {
      if (!resembled && holds_claimed()) parts_ = find_parts_alone(words(), reader_);
      test_.drop_accidents(parts_);
      if (!parts_.empty()) return judge_parts();
      auto missing = nothing_found();
      if (missing.verdict != Verdict::not_found || !likeness_) return missing;
      readings_.push_back(std::move(*likeness_));
    }
    place_stretches();
    return placed_.empty() && alone_.empty() ? nothing_found() : judge();
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
  // A stretch that was found in a passage of its own.
  struct Alone {
    std::size_t stretch = 0;
    Reading reading;
  };

  QuotedWords const& words() const { return stretches_.whole(); }

  // Whether the store holds anything of the claimed speaker; if not, there is no need to look for parts.
  bool holds_claimed() const {
    if (candidate_source_.holds_all) return true;
    return speakers_.has_claim() && candidate_source_.coverage(speakers_.claimed()).sources > 0;
  }

  // A person's transcript, word for word, goes before a machine's of the same recording, whatever that one heard.
  void prefer_people() {
    if (readings_.empty() || readings_.front().witnesses == 0) return;
    auto const& best = readings_.front();
    if (!is_machine_made(best.candidate->source.made)) return;
    auto const by_person = std::ranges::find_if(readings_, [&](Reading const& reading) {
      return reading.candidate->source.made == Made::spoken && are_witnesses(best, reading);
    });
    if (by_person != readings_.end()) std::rotate(readings_.begin(), by_person, by_person + 1);
  }

  // Whether it is from a machine's transcript where the best one is a person's of the same recording.
  bool is_overruled(Reading const& reading) const {
    auto const& best = readings_.front();
    return is_machine_made(reading.candidate->source.made) && !is_machine_made(best.candidate->source.made) &&
           are_witnesses(best, reading);
  }

  // Drops the best readings as long as they prove nothing.
  void drop_accidents() {
    if (test_.is_saying_of_another(readings_)) return;
    while (!readings_.empty() && !test_.is_evidence(readings_.front())) {
      auto const& best = readings_.front();
      if (later_date_.empty() && test_.is_of_later(best)) later_date_ = best.candidate->source.date;
      auto const exact = best.alignment.exact(words().tokens().size());
      // What stands in the store, of nobody else for certain, is not missing from it.
      is_everyday_ = is_everyday_ || test_.is_everyday(best) || (exact && best.speaker != SpeakerRelation::different);
      stands_elsewhere_ = stands_elsewhere_ || exact;
      if (!likeness_ && test_.is_likeness(best)) likeness_ = std::move(readings_.front());
      readings_.erase(readings_.begin());
    }
  }

  // Decides which stretches stand in the passage of the best reading, and looks for the others alone.
  void place_stretches() {
    if (!readings_.empty()) placed_ = test_.stretches_in(readings_.front());
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      if (std::ranges::binary_search(placed_, i)) {
        for (auto& part : find_parts_beside(readings_.front(), words(), stretches_.tokens(i), reader_))
          if (!part.reading || test_.is_evidence(part)) parts_.push_back(std::move(part));
      } else if (auto reading = look_for(i)) {
        alone_.push_back({i, std::move(*reading)});
      }
    }
  }

  std::optional<Reading> look_for(std::size_t stretch) {
    auto const& alone = stretches_.words(stretch);
    if (alone.tokens().size() < LengthTuning::least_words) return std::nullopt;
    auto reading = reader_.read_part(alone, 0);
    if (reading && test_.is_evidence(*reading, stretch)) return reading;
    // Somebody else's words, with others that are nobody's.
    if (!readings_.empty() || alone.tokens().size() < LengthTuning::least_foreign || !speakers_.is_express())
      return std::nullopt;
    for (auto& other : reader_.read(alone))
      if (test_.is_evidence(other, stretch)) return std::move(other);
    return std::nullopt;
  }

  Finding nothing_found() const {
    if (!later_date_.empty())
      return unchecked(UncheckedReason::occasion_not_held,
                       "the store has such words of " + later_date_ + " only, later than the article");
    if (is_everyday_) return unchecked(UncheckedReason::too_common, "everyday words, which prove nothing");
    auto const is_clause = claim_.kind == QuotationKind::direct && !stands_elsewhere_;
    if (words().tokens().size() < (is_clause ? LengthTuning::least_missing : LengthTuning::least_words))
      return unchecked(UncheckedReason::too_common, "too few words to tell where they come from");
    auto const held = held_speech(claim_, speakers_.claimed(), candidate_source_);
    return held.sources > 0 ? not_found(held, words().tokens().size(), stretches_.size())
                            : unchecked(held.reason, held.why);
  }

  Finding judge() {
    Finding finding;
    AssessmentContext const context{policy_, claim_.article, claim_.joins, std::move(parts_)};
    finding.segments.resize(stretches_.size());
    if (!placed_.empty()) {
      auto weighed = weigh(context);
      call_witnesses(weighed.front());
      compare_places(weighed);
      for (auto& one : weighed) {
        places_.number_paragraph(one.evidence, one.reading->candidate->source);
        one.evidence.chance = test_.chance(*one.reading);
        finding.evidence.push_back(std::move(one.evidence));
      }
      found_ = weighed.front().reading->candidate->source.number;
      as_good_ = weighed.size();
      auto const foreign = is_misattributed(finding, *weighed.front().reading, finding.evidence.front());
      finding.joins = std::move(weighed.front().joins);
      for (auto stretch : placed_) judge_stretch(finding, finding.evidence.front(), stretch, foreign);
      for (auto const& part : context.parts)
        if (part.reading) finding.evidence.push_back(evidence_at(*part.reading));
    }
    for (auto const& alone : alone_) {
      auto assessment = assess_alone(alone.reading, stretches_, alone.stretch, context);
      assessment.evidence.chance = test_.chance(alone.reading, alone.stretch);
      places_.number_paragraph(assessment.evidence, alone.reading.candidate->source);
      finding.evidence.push_back(std::move(assessment.evidence));
      auto const foreign = is_misattributed(finding, alone.reading, finding.evidence.back());
      judge_stretch(finding, finding.evidence.back(), alone.stretch, foreign);
    }
    auto const is_whole = placed_.size() + alone_.size() == stretches_.size();
    if (!is_whole &&
        (is_quoted_whole(finding) || held_speech(claim_, speakers_.claimed(), candidate_source_).sources > 0))
      judge_absent(finding, stretches_);
    sum_up(finding, claim_, stretches_, policy_);
    finding.confidence = confidence(finding);
    finding.message = message_for(finding, speakers_.claimed());
    auto const& speaker = finding.evidence.front().speaker;
    if (speakers_.is_namesake(speaker))
      finding.message += "; the name may mean " + speaker + " or " + std::string(speakers_.claimed());
    if (!quoted_.empty()) finding.message += "; quoted there from " + quoted_;
    if (words().cut_short()) finding.message += "; only the beginning was compared";
    return finding;
  }

  Reading const& best_reading() const { return placed_.empty() ? alone_.front().reading : readings_.front(); }

  // Whether a document has some of the words as the speaker's, of whom a complete store then has what is said with
  // them.
  bool is_quoted_whole(Finding const& finding) const {
    return finding.speaker_checked == SpeakerChecked::reported &&
           best_reading().passage->kind() == SourceKind::document &&
           candidate_source_.store_coverage == StoreCoverage::complete;
  }

  // Of the readings that have the words equally well (or nearly so, if none has all), those with the highest fidelity
  // are the fair match: the best one comes first, followed by those of the same rank cost.
  std::vector<Assessment> weigh(AssessmentContext const& context) const {
    auto const& best = readings_.front();
    auto const worst = best.worst_beside();
    std::vector<Assessment> weighed;
    for (auto const& reading : readings_) {
      if (weighed.size() >= most_evidence || reading.rank_cost() > worst) break;
      if (is_overruled(reading)) continue;
      if (reading.speaker != best.speaker && reading.rank_cost() > best.rank_cost()) continue;
      weighed.push_back(assess(reading, stretches_, placed_, context));
    }
    std::ranges::stable_sort(weighed, std::ranges::greater(), &Assessment::fidelity);
    auto const cost = weighed.front().reading->rank_cost();
    std::erase_if(weighed, [&](Assessment const& one) { return one.reading->rank_cost() != cost; });
    return weighed;
  }

  // Asks the other transcripts of the same recording whether they have the printed words where this one differs.
  void call_witnesses(Assessment& assessment) const {
    auto const& best = *assessment.reading;
    if (best.witnesses == 0 || !is_machine_made(best.candidate->source.made)) return;
    for (auto const& witness : readings_) {
      if (are_witnesses(best, witness)) bear_out(assessment.evidence.edits, witness, words(), policy_);
    }
  }

  // Notes who spoke; whether that is somebody else than is claimed.
  bool is_misattributed(Finding& finding, Reading const& reading, Evidence& evidence) {
    auto const [checked, quoted, in_quotation] = check_speaker(reading, speakers_, evidence);
    if (checked == SpeakerChecked::same) quoted_ = quoted;
    bool const settles = checked == SpeakerChecked::same;
    if (settles && finding.settled_speaker.empty()) finding.settled_speaker = settled_speaker(reading, speakers_);
    if (finding.speaker_checked == SpeakerChecked::none || checked == SpeakerChecked::different)
      finding.speaker_checked = checked;
    return checked == SpeakerChecked::different;
  }

  void judge_stretch(Finding& finding, Evidence const& evidence, std::size_t stretch, bool foreign) const {
    auto const number = static_cast<std::uint32_t>(stretch + 1);
    auto& segment = finding.segments[stretch];
    segment.verdict = foreign ? Verdict::misattributed : verdict_of(evidence.edits, number, false, policy_);
    auto const fidelity = fidelity_of(evidence.edits, number);
    segment.fidelity = foreign ? misattributed_fidelity(fidelity) : fidelity;
  }

  // Judges a quotation joined from passages so far apart that no single one resembles it.
  Finding judge_parts() {
    Finding finding;
    auto const base = std::ranges::find_if(parts_, [](FoundPart const& part) { return part.reading.has_value(); });
    finding.evidence.push_back(evidence_at(*base->reading));
    std::vector<Edit> edits;
    for (auto const& part : parts_) {
      if (&part == &*base) continue;
      edits.push_back(part_edit(words(), part, policy_));
      if (part.reading) finding.evidence.push_back(evidence_at(*part.reading));
    }
    if (edits.empty())
      edits.push_back(
          make_edit(Edit::Op::jump, {EditClass::splice, "passages far apart are run together"}, "", "", policy_));
    finding.evidence.front().edits = std::move(edits);
    finding.evidence.front().segments = {1};
    finding.segments.resize(1);
    judge_stretch(finding, finding.evidence.front(), 0, false);
    sum_up(finding, claim_, stretches_, policy_);
    finding.confidence = 0.8;
    finding.message = message_for(finding, speakers_.claimed());
    return finding;
  }

  // What the confidence in the finding rests on.
  double confidence(Finding const& finding) const {
    return confidence_in(finding, best_reading(), claim_, words().tokens().size(), speakers_.has_claim());
  }

  // Compares the place that the article claims with that of the passage, and of others that have the words as well.
  void compare_places(std::vector<Assessment>& weighed) const {
    if (!claim_.place) return;
    std::vector<PlacedPassage> passages;
    auto const add = [&](Reading const& reading) {
      passages.push_back(placed_passage(reading.candidate->source, *reading.passage, reading.used));
    };
    for (auto const& one : weighed) add(*one.reading);
    for (auto const& alone : alone_) add(alone.reading);
    auto const found = places_.compare(*claim_.place, passages);
    if (found.best > 0 && found.best < weighed.size()) std::swap(weighed.front(), weighed[found.best]);
    if (found.misplaced) add_misplaced(*found.misplaced, stretches_.text().size(), weighed.front().evidence);
  }

  // The passage of a reading of a part, or of another one, with its place.
  Evidence evidence_at(Reading const& reading) const {
    auto evidence = evidence_of(reading);
    places_.number_paragraph(evidence, reading.candidate->source);
    return evidence;
  }

  Claim const& claim_;
  CandidateSource const& candidate_source_;
  Policy const& policy_;
  Stretches stretches_;
  SpeakerMatch speakers_;
  TieBreak ties_;
  CandidateReader reader_;
  std::vector<Reading> readings_;
  std::vector<std::size_t> placed_;  // the stretches that stand in the best reading, rising
  std::vector<Alone> alone_;         // the others that were found
  std::vector<FoundPart> parts_;     // parts of placed stretches that are not in the best reading
  EvidenceTest test_;
  PlaceCheck places_;
  std::string later_date_;           // of a source with words like these that is later than the article
  std::optional<Reading> likeness_;  // the best reading that proves too little to accuse, but is no accident either
  bool is_everyday_ = false;         // words found that prove nothing are everyday words
  bool stands_elsewhere_ = false;    // the words were found, where they prove nothing
  std::string quoted_;               // whom the document with the words quotes
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
