// SPDX-License-Identifier: MIT
#include "quoth/revision.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "match/align/quoted_words.hpp"
#include "match/check/claim.hpp"
#include "match/check/finding_sum.hpp"
#include "match/check/no_passage.hpp"
#include "match/check/quotation_check.hpp"
#include "match/display/display_tuning.hpp"
#include "match/display/own_quotations.hpp"
#include "match/display/shortening.hpp"
#include "match/findings/message.hpp"
#include "match/revision/pair_check.hpp"
#include "match/revision/pairs.hpp"
#include "match/revision/reattribution.hpp"
#include "match/revision/version.hpp"
#include "match/revision/words_outside.hpp"
#include "text/language/language.hpp"
#include "text/words/words.hpp"

namespace quoth {

namespace {

using match::Claim;
using match::Version;

// The tuned numbers, chosen by hand on revised articles of American news.
struct RevisionTuning {
  // The share of its words that a quotation may have changed and still be one of the old version: where that one is
  // still there as it was, people say nearly the same twice.
  static constexpr double most_changed = 0.6;
  static constexpr double most_changed_beside = 0.25;
  // In words: fewer prove nothing where they are not a whole quotation of the old version.
  static constexpr std::size_t least_beside = 4;
  // In words: as many are compared whatever their marks stand for.
  static constexpr std::size_t least_text = 5;
  // In words: fewer are said by many, of a whole quotation of the old version and of a part of one.
  static constexpr std::size_t least_to_accuse = 3;
  static constexpr std::size_t least_part_to_accuse = 6;
  // In bytes: how much of a quotation of the old version is read; twice of what is of one of the new.
  static constexpr std::size_t longest = 2 * match::QuotedWords::longest_bytes;
  // In pairs of words: so many are compared to find whether a quotation is in another.
  static constexpr std::size_t most_compared = 1'000'000;
};

// The share of the words that no quotation of the old version has.
double share_changed(Finding const& finding, std::size_t words) {
  std::size_t changed = 0;
  for (auto const& evidence : finding.evidence) {
    for (auto const& edit : evidence.edits)
      if (!edit.allowed && edit.op != Edit::Op::jump && edit.op != Edit::Op::move)
        changed += std::max<std::size_t>(1, text::split_words(edit.quote).size());
  }
  return static_cast<double>(changed) / static_cast<double>(words);
}

class Comparison {
 public:
  Comparison(Document const& old_version, Document const& new_version, Policy const& policy)
      : before_(old_version),
        now_(new_version),
        policy_(policy),
        shortening_(policy.permitting(match::DisplayTuning::shortening)),
        language_(new_version.language.empty() ? text::detected_language(new_version.text()) : new_version.language),
        namesakes_({}),
        own_(old_version, before_.quotations, before_.speeches(), RevisionTuning::longest),
        source_(whole_source(own_)),
        pairs_(before_, now_),
        findings_(now_.quotations.size()) {}

  Revision compare() {
    match::pair_same_words(before_, now_, pairs_);
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (!now_.is_compared(i)) continue;
      if (pairs_.is_paired(i)) {
        findings_[i] = same_words(i, pairs_.best_of(i));
      } else {
        look_for(i);
      }
    }
    for (auto const [now, before] : match::same_places(before_, now_, pairs_)) {
      findings_[now] = pair_finding(now, own_.alone(before));
      pairs_.add(now, before);
    }
    pair_neighbours();
    return result();
  }

 private:
  static match::CandidateSource whole_source(match::OwnQuotations const& own) {
    auto source = own.source();
    source.holds_all = true;
    return source;
  }

  Claim claim_of(std::size_t now) const {
    auto quotation = now_.quotations[now];
    quotation.attribution.reset();
    quotation.place.reset();
    auto claim = match::claim_of(now_.document, namesakes_, quotation, {});
    claim.kind = QuotationKind::direct;
    claim.language = language_;
    claim.date.clear();
    return claim;
  }

  // Calls `judge` with the policy for the quotation: what an article displays may be shortened.
  template <typename Judge>
  Finding judged(std::size_t now, Judge judge) const {
    if (!match::is_display(now_.document, now_.quotations[now])) return judge(policy_);
    auto finding = judge(shortening_);
    return match::changes_subject(finding) ? judge(policy_) : finding;
  }

  Finding pair_finding(std::size_t now, Candidate const& earlier) const {
    auto const claim = claim_of(now);
    return judged(now, [&](Policy const& policy) { return match::check_pair(claim, earlier, policy); });
  }

  Finding same_words(std::size_t now, std::size_t before) const { return pair_finding(now, own_.alone(before)); }

  // Looks for the words in all quotations of the old version.
  void look_for(std::size_t now) {
    auto const claim = claim_of(now);
    auto finding =
        judged(now, [&](Policy const& policy) { return match::check_quotation(claim, source_, policy).finding; });
    if (finding.evidence.empty()) return;
    keep_best(now, finding);
    auto const words = now_.words[now].size();
    auto const first = finding.evidence.front().utterance;
    bool const beside = pairs_.is_whole(first);
    auto const most = beside ? RevisionTuning::most_changed_beside : RevisionTuning::most_changed;
    if (!match::is_allowed(finding.verdict) &&
        ((beside && words < RevisionTuning::least_beside) || share_changed(finding, words) > most))
      return;
    look_for_rest(now, claim, finding);
    for (auto const& evidence : finding.evidence) pairs_.add(now, evidence.utterance);
    bool const is_one =
        finding.evidence.size() == 1 && finding.evidence.front().segments.size() == claim.segments.size();
    findings_[now] = is_one && has_marks(first) ? pair_finding(now, own_.speech_with(first)) : std::move(finding);
  }

  // Looks for the stretches that are in no passage of the whole, one by one.
  void look_for_rest(std::size_t now, Claim const& claim, Finding& finding) const {
    std::uint32_t first = 0;  // of the stretch in the words, in bytes
    for (std::uint32_t i = 0; i < claim.segments.size(); ++i) {
      auto alone = claim;
      alone.segments = {claim.segments[i]};
      alone.joins.clear();
      if (!finding.segments[i].fidelity && !alone.segments.front().empty()) {
        auto found =
            judged(now, [&](Policy const& policy) { return match::check_quotation(alone, source_, policy).finding; });
        keep_best(now, found);
        if (!found.evidence.empty()) match::add_stretch(finding, std::move(found), i, first);
      }
      first += static_cast<std::uint32_t>(claim.segments[i].size()) + 1;
    }
  }

  // Of passages with the same words leaves one, by the same speaker where there is one.
  void keep_best(std::size_t now, Finding& finding) const {
    auto& all = finding.evidence;
    if (all.size() < 2) return;
    auto const segments = all.front().segments;
    auto const own = std::ranges::find_if(all, [&](Evidence const& evidence) {
      return evidence.segments == segments && before_.speaker(evidence.utterance) == now_.speaker(now);
    });
    if (own != all.end()) std::swap(*own, all.front());
    std::vector<Evidence> kept;
    for (auto& evidence : all) {
      bool const again =
          !evidence.segments.empty() && std::ranges::find(kept, evidence.segments, &Evidence::segments) != kept.end();
      if (!again) kept.push_back(std::move(evidence));
    }
    all = std::move(kept);
  }

  // Whether it has an editor's marks, which the new version may have lost.
  bool has_marks(std::size_t before) const {
    auto const text = own_.turn(before).text;
    return text.find('[') != text.npos || text.find("…") != text.npos || text.find("..") != text.npos ||
           text.find(". .") != text.npos;
  }

  // Of a quotation that was run together with others of its speaker, the neighbours whose words stand in it too.
  void pair_neighbours() {
    auto const pair = [&](std::size_t now, std::size_t before) {
      auto const fits = before < before_.quotations.size() && before_.is_compared(before) && !pairs_.is_taken(before) &&
                        before_.speaker(before) == before_.speaker(pairs_.best_of(now)) &&
                        holds(now_.words[now], before_.words[before]);
      if (fits) pairs_.add(now, before);
      return fits;
    };
    for (std::size_t now = 0; now < findings_.size(); ++now) {
      if (!pairs_.is_paired(now)) continue;
      for (auto next = pairs_.old_of(now).back() + 1; pair(now, next);) ++next;
      for (auto before = pairs_.old_of(now).front(); before > 0 && pair(now, before - 1);) --before;
    }
  }

  static bool holds(std::vector<std::string> const& words, std::vector<std::string> const& others) {
    if (others.empty() || words.size() * others.size() > RevisionTuning::most_compared) return false;
    return std::search(words.begin(), words.end(), others.begin(), others.end()) != words.end();
  }

  Revision result() {
    Revision revision;
    auto const moved = match::moved(pairs_, findings_.size());
    std::optional<match::WordsOutside> outside;
    for (std::size_t now = 0; now < findings_.size(); ++now) {
      if (!now_.is_compared(now)) continue;
      RevisedQuotation one;
      one.quotation = now_.quotations[now];
      one.moved = moved[now];
      for (auto const before : pairs_.old_of(now)) one.old.push_back(before_.quotations[before].id);
      if (!is_judged(now)) {
        one.finding = match::no_speech(one.quotation.kind);
      } else if (pairs_.is_paired(now)) {
        one.finding = complete(now);
      } else {
        if (!outside) outside.emplace(before_);
        one.outside = outside->find(now_.words[now]);
        one.finding.confidence = 1;
        one.finding.message =
            one.outside ? "the old version has the words outside of quotation marks" : "not in the old version";
      }
      one.finding.segments.resize(one.quotation.segments.size());
      revision.quotations.push_back(std::move(one));
    }
    revision.dropped = dropped();
    return revision;
  }

  // Whether it was, or is, somebody's speech, or a text between marks that is longer than titles and terms are.
  bool is_judged(std::size_t now) const {
    auto const& old = pairs_.old_of(now);
    return now_.is_speech(now) || now_.quotations[now].kind == QuotationKind::headline ||
           (!old.empty() && now_.words[now].size() >= RevisionTuning::least_text) ||
           std::ranges::any_of(old, [&](std::size_t before) { return before_.is_speech(before); });
  }

  // The finding of a pair, with what there is to say of the speaker.
  Finding complete(std::size_t now) {
    auto finding = std::move(findings_[now]);
    auto const before = pairs_.best_of(now);
    finding.speaker_checked = match::compare_speakers(now_, now, before_, before);
    auto const& was = before_.speaker(before);
    auto const& is = now_.speaker(now);
    auto const least = pairs_.is_whole(before) ? RevisionTuning::least_to_accuse : RevisionTuning::least_part_to_accuse;
    if (finding.speaker_checked == SpeakerChecked::different && now_.words[now].size() >= least)
      match::misattribute(finding);
    auto message = match::message_for(finding, is, "the old version");
    if (finding.verdict == Verdict::misattributed)
      message = "said by " + was + " in the old version, by " + is + " now";
    finding.message = std::move(message);
    auto const is_new = [](SegmentFinding const& segment) { return !segment.fidelity; };
    if (std::ranges::any_of(finding.segments, is_new)) finding.message += "; a part of it is new";
    return finding;
  }

  std::vector<DroppedQuotation> dropped() const {
    std::vector<DroppedQuotation> all;
    std::optional<match::WordsOutside> outside;
    for (std::size_t before = 0; before < before_.quotations.size(); ++before) {
      if (!before_.is_compared(before) || !before_.is_speech(before) || pairs_.is_taken(before)) continue;
      if (!outside) outside.emplace(now_);
      all.push_back({before_.quotations[before], outside->find(before_.words[before])});
    }
    return all;
  }

  Version before_;
  Version now_;
  Policy const& policy_;
  Policy shortening_;
  std::string language_;
  match::Namesakes namesakes_;
  match::OwnQuotations own_;
  match::CandidateSource source_;
  match::Pairs pairs_;
  std::vector<Finding> findings_;
};

}  // namespace

Revision compare(Document const& old_version, Document const& new_version, Policy const& policy) {
  return Comparison(old_version, new_version, policy).compare();
}

}  // namespace quoth
