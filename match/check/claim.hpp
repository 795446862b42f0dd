// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// What an article claims with one quotation: everything that the finding depends on, apart from the store and the
// policy.
struct Claim {
  QuotationKind kind = QuotationKind::direct;
  std::vector<std::string> segments;  // the texts between quotation marks, UTF-8
  std::optional<Attribution> attribution;
  std::vector<std::string> namesakes;  // see namesakes_of
  std::string date;                    // the article's, YYYY-MM-DD, or empty
  // Whether the article's own words before the quotation, in the same sentence, contain a negation or a condition.
  bool negated = false;
  std::vector<std::int64_t> favoured;  // sources of the article's other quotations
};

Claim claim_of(Document const& document, std::vector<Quotation> const& quotations, Quotation const& quotation,
               std::vector<std::int64_t> const& favoured);

// A cache key: equal for equal claims, wherever they are in an article, and different for all others.
std::string key_of(Claim const& claim);

}  // namespace quoth::match
