// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/candidate.hpp"
#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// The store, as far as it is asked whether a source is the article.
struct SourceLookup {
  std::function<std::optional<SourceRecord>(std::string_view id)> find;
  std::function<std::vector<Candidate>(Query const&)> candidates;
};

// The documents among the evidence that are the article itself: of the same path, of nearly the same text and
// length, or of the same title and much of its text (an earlier or later version). An article is no proof of what it
// quotes.
std::vector<SourceRecord> own_sources(Document const& article, std::vector<Quotation> const& quotations,
                                      std::vector<Finding> const& findings, SourceLookup const& store);

}  // namespace quoth::match
