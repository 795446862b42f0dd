// SPDX-License-Identifier: MIT
#include "match/check/check.hpp"

#include <algorithm>

#include "match/check/check_tuning.hpp"
#include "match/check/claim.hpp"
#include "match/check/quotation_check.hpp"
#include "text/language/language.hpp"
#include "text/threads/parallel_for.hpp"

namespace quoth::match {

namespace {

std::size_t printed_length(Quotation const& quotation) {
  std::size_t length = 0;
  for (auto span : quotation.segments) length += span.size();
  return length;
}

// Checks the quotations of one document. Those found in only one source show which source the writer used; it is then
// favoured for the others.
class DocumentCheck {
 public:
  DocumentCheck(Document const& document, std::vector<Quotation> const& quotations,
                std::span<CandidateSource const> candidate_sources, Policy const& policy)
      : document_(document),
        quotations_(quotations),
        candidate_sources_(candidate_sources),
        policy_(policy),
        namesakes_(quotations),
        people_(people_of(quotations)),
        language_(document.language.empty() ? text::detected_language(document.text()) : document.language),
        results_(quotations.size()) {}

  std::vector<Finding> check() {
    auto undecided = check_long();
    favoured_ = only_.empty() ? found_ : only_;
    std::ranges::sort(favoured_);
    favoured_.erase(std::unique(favoured_.begin(), favoured_.end()), favoured_.end());
    // Long quotations are only checked again if some source is certain and could change their result.
    std::erase_if(undecided, [&](std::size_t i) { return is_long(i) && (only_.empty() || !can_change(results_[i])); });
    check_each(undecided);
    check_again_with_occasion();
    std::vector<Finding> findings;
    findings.reserve(results_.size());
    for (auto& result : results_) findings.push_back(std::move(result.finding));
    return findings;
  }

 private:
  // Whether favouring sources could change the result.
  bool can_change(QuotationResult const& result) const {
    return !result.rivals || std::ranges::find_first_of(*result.rivals, favoured_) != result.rivals->end();
  }

  bool is_long(std::size_t i) const { return printed_length(quotations_[i]) >= LengthTuning::long_enough_alone; }

  // Checks the long quotations. Returns the short ones, and the long ones found in more than one source.
  std::vector<std::size_t> check_long() {
    std::vector<std::size_t> alone;
    std::vector<std::size_t> undecided;
    for (std::size_t i = 0; i < quotations_.size(); ++i) (is_long(i) ? alone : undecided).push_back(i);
    check_each(alone);
    for (auto i : alone) {
      auto const& result = results_[i];
      if (result.source == 0) continue;
      found_.push_back(result.source);
      result.is_only_source ? only_.push_back(result.source) : undecided.push_back(i);
    }
    return undecided;
  }

  // In a partial store, the other quotations show which occasions it holds.
  void check_again_with_occasion() {
    if (favoured_.empty() || candidate_sources_.front().store_coverage == StoreCoverage::complete) return;
    std::vector<std::size_t> again;
    for (std::size_t i = 0; i < quotations_.size(); ++i)
      if (results_[i].finding.reason == UncheckedReason::occasion_not_held) again.push_back(i);
    check_each(again);
  }

  void check_each(std::vector<std::size_t> const& numbers) {
    text::parallel_for(numbers.size(), candidate_sources_.size(), [&](std::size_t i, std::size_t thread) {
      auto const& quotation = quotations_[numbers[i]];
      auto claim = claim_of(document_, namesakes_, quotation, favoured_);
      claim.language = language_;
      if (claim.attribution && claim.attribution->naming != Naming::name) claim.people = people_;
      results_[numbers[i]] = check_claim(claim, candidate_sources_[thread]);
      if (candidate_sources_[thread].checked_one) candidate_sources_[thread].checked_one();
    });
  }

  QuotationResult check_claim(Claim const& claim, CandidateSource const& candidate_source) const {
    if (candidate_source.cache == nullptr) return check_quotation(claim, candidate_source, policy_);
    auto key = key_of(claim);
    if (auto const* known = candidate_source.cache->find(key)) return *known;
    auto checked = check_quotation(claim, candidate_source, policy_);
    candidate_source.cache->put(std::move(key), checked);
    return checked;
  }

  Document const& document_;
  std::vector<Quotation> const& quotations_;
  std::span<CandidateSource const> candidate_sources_;
  Policy const& policy_;
  Namesakes namesakes_;
  std::vector<std::string> people_;
  std::string language_;
  std::vector<QuotationResult> results_;
  std::vector<std::int64_t> found_;
  std::vector<std::int64_t> only_;  // of these, the ones where no other source has the words
  std::vector<std::int64_t> favoured_;
};

}  // namespace

std::vector<Finding> check(Document const& document, std::vector<Quotation> const& quotations,
                           CandidateSource const& candidate_source, Policy const& policy) {
  return check(document, quotations, {&candidate_source, 1}, policy);
}

std::vector<Finding> check(Document const& document, std::vector<Quotation> const& quotations,
                           std::span<CandidateSource const> candidate_sources, Policy const& policy) {
  return DocumentCheck(document, quotations, candidate_sources, policy).check();
}

}  // namespace quoth::match
