// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "match/place/whole_sources.hpp"
#include "match/speakers/documents_called.hpp"
#include "quoth/candidate.hpp"
#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"
#include "quoth/quotation.hpp"
#include "quoth/store_coverage.hpp"

namespace quoth::match {

class FindingCache;

// The access to a store that the check needs; lets tests do without a store.
struct CandidateSource {
  std::function<std::vector<Candidate>(Query const&)> candidates;
  std::function<Coverage(std::string_view speaker)> coverage;
  FindingCache* cache = nullptr;  // cache of findings for this store and the check's policy; may be null
  // How probable words are by accident, see Store::odds; may be empty, then nothing is taken for an accident.
  std::function<PhraseOdds(std::string_view words, double improbable, std::size_t occurrences)> odds = {};
  StoreCoverage store_coverage = StoreCoverage::complete;
  // What is in sources that name nobody; empty where there are none.
  std::function<Coverage()> unnamed_coverage = {};
  // Whether the store holds somebody on an occasion. Asked only where the coverage is partial; empty for never.
  std::function<bool(Occasion const&)> holds = {};
  WholeSources whole_sources = {};
  // Which documents a work of that name, such as "the ruling", may be; empty where nothing is known of that.
  std::function<DocumentsCalled(std::string_view work)> documents_called = {};
  // Whether it should hold whatever is quoted, so that parts of a quotation are looked for whoever is said to have
  // spoken.
  bool holds_all = false;
  // Called after each quotation, of which some are checked twice; empty for nothing.
  std::function<void()> checked_one = {};
};

// One finding for each quotation, in the same order. Quotations that are not anybody's speech, such as headlines, are
// `unchecked`. Exceptions of the functions given are passed on.
std::vector<Finding> check(Document const& document, std::vector<Quotation> const& quotations,
                           CandidateSource const& candidate_source, Policy const& policy);
// The same findings, on one thread for each element of the span. The elements must give the same answers; each is used
// by one thread only. Exceptions of their functions are passed on.
std::vector<Finding> check(Document const& document, std::vector<Quotation> const& quotations,
                           std::span<CandidateSource const> candidate_sources, Policy const& policy);

}  // namespace quoth::match
