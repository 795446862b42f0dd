// SPDX-License-Identifier: MIT
#include "match/display/display_check.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "match/check/claim.hpp"
#include "match/check/finding_sum.hpp"
#include "match/check/quotation_check.hpp"
#include "match/display/display_speaker.hpp"
#include "match/display/display_tuning.hpp"
#include "match/display/own_quotations.hpp"
#include "match/display/shortening.hpp"
#include "match/findings/message.hpp"
#include "text/language/language.hpp"
#include "text/words/words.hpp"

namespace quoth::match {

namespace {

using Tuned = DisplayTuning;

std::size_t count_words(std::string_view text) {
  text::WordList words;
  text::split_words(text, words);
  return words.size();
}

class DisplayCheck {
 public:
  DisplayCheck(Document const& document, std::vector<Quotation> const& quotations, std::vector<Finding>& findings,
               CandidateSource const& store, Policy const& policy)
      : document_(document),
        quotations_(quotations),
        findings_(findings),
        store_(store),
        strict_(policy),
        policy_(policy.permitting(Tuned::shortening)),
        language_(document.language.empty() ? text::detected_language(document.text()) : document.language),
        namesakes_(quotations),
        own_(document, quotations, speeches_in_text(document, quotations)),
        own_source_(own_.source()) {}

  void check(std::size_t i) {
    auto const& quotation = quotations_[i];
    auto claim = claim_of(document_, namesakes_, quotation, {});
    claim.kind = QuotationKind::direct;
    claim.language = language_;
    claim.attribution = attribution_of_display(document_, quotation);
    std::size_t words = 0;
    for (auto const& segment : claim.segments) words += count_words(segment);
    if (words < Tuned::fewest_words) return;
    if (!own_.empty()) {
      auto words_alone = claim;
      words_alone.attribution.reset();
      auto held = checked(words_alone, own_source_);
      if (held.source > 0 && is_of_article(held.finding, words)) {
        take_own(i, std::move(claim), std::move(held));
        return;
      }
    }
    if (quotation.kind != QuotationKind::headline || !claim.attribution) return;
    auto found = checked(claim, store_).finding;
    if (found.evidence.empty() && (claim.attribution->speaker.empty() || words < Tuned::fewest_to_accuse)) return;
    if (claim.attribution->speaker.empty()) {
      if (!is_allowed(found.verdict)) return;  // what names nobody is not accused
      found.settled_speaker = found.evidence.front().speaker;
    }
    findings_[i] = std::move(found);
  }

 private:
  QuotationResult checked(Claim const& claim, CandidateSource const& source) const {
    auto result = check_quotation(claim, source, policy_);
    return changes_subject(result.finding) ? check_quotation(claim, source, strict_) : result;
  }

  // Whether the words are the article's own, and not others that resemble them.
  static bool is_of_article(Finding const& finding, std::size_t words) {
    if (finding.evidence.empty()) return false;
    if (is_allowed(finding.verdict)) return true;
    std::size_t changed = 0;
    for (auto const& edit : finding.evidence.front().edits) {
      if (!edit.allowed)
        changed += std::max(count_words(edit.quote), std::min<std::size_t>(1, count_words(edit.source)));
    }
    bool const meaning_kept = finding.verdict == Verdict::altered || finding.verdict == Verdict::spliced;
    auto const most = meaning_kept ? Tuned::most_reworded : Tuned::most_changed;
    return words >= Tuned::fewest_to_accuse && static_cast<double>(changed) <= most * static_cast<double>(words);
  }

  // Takes the finding for words that the article has in a quotation of its own.
  void take_own(std::size_t i, Claim claim, QuotationResult held) {
    auto const index = static_cast<std::size_t>(held.source) - 1;
    auto const& body = quotations_[index];
    auto const& body_finding = findings_[index];
    auto& finding = findings_[i];
    bool clear = is_allowed(held.finding.verdict);
    bool other_speaker = false;
    if (clear && claim.attribution && body.attribution &&
        credits_another(*claim.attribution, own_.turn(index), *body.attribution, claim.namesakes)) {
      clear = false;
      other_speaker = true;
      misattribute(held.finding);
      held.finding.message = "said by " + body.attribution->speaker + ", not by " + claim.attribution->speaker;
    }
    if (clear && body.attribution) {
      claim.attribution = body.attribution;
      if (!body_finding.settled_speaker.empty()) claim.attribution->speaker = body_finding.settled_speaker;
    }
    auto stored = checked(claim, store_).finding;
    bool const cleared =
        is_allowed(stored.verdict) && (!other_speaker || stored.speaker_checked == SpeakerChecked::same);
    if (cleared || (clear && !stored.evidence.empty())) {
      finding = std::move(stored);
    } else if (!clear) {
      if (!other_speaker) {
        held.finding.settled_speaker.clear();
        held.finding.speaker_checked =
            credits_same(claim.attribution, own_.turn(index)) ? SpeakerChecked::same : SpeakerChecked::none;
      }
      auto const why =
          other_speaker ? held.finding.message : message_for(held.finding, held.finding.evidence.front().speaker);
      finding = std::move(held.finding);
      finding.message = "the article itself has it otherwise" + place_of(body) + ": " + why;
    } else {
      auto const segments = held.finding.segments.size();
      finding = body_finding;
      finding.evidence.clear();
      finding.joins.clear();
      finding.also.clear();
      finding.segments.assign(segments, {finding.verdict, std::nullopt});
      if (finding.verdict == Verdict::not_found) finding.segments.assign(segments, {Verdict::not_found, 0.0});
      finding.message = "as the article itself has it" + place_of(body) + ": " + body_finding.message;
    }
  }

  std::string place_of(Quotation const& quotation) const {
    return " in " + std::string(to_string(document_.unit)) + " " + std::to_string(document_.locate(quotation).line);
  }

  Document const& document_;
  std::vector<Quotation> const& quotations_;
  std::vector<Finding>& findings_;
  CandidateSource const& store_;
  Policy const& strict_;
  Policy policy_;  // with what a headline may do to shorten
  std::string language_;
  Namesakes namesakes_;
  OwnQuotations own_;
  CandidateSource own_source_;
};

}  // namespace

void check_displays(Document const& document, std::vector<Quotation> const& quotations, std::vector<Finding>& findings,
                    CandidateSource const& store, Policy const& policy) {
  std::vector<std::size_t> displays;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (is_display(document, quotations[i])) displays.push_back(i);
  }
  if (displays.empty()) return;
  DisplayCheck display(document, quotations, findings, store, policy);
  for (auto const i : displays) display.check(i);
}

}  // namespace quoth::match
