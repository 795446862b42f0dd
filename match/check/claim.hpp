// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "match/frames/article_frame.hpp"
#include "match/place/place_claim.hpp"
#include "match/speakers/namesake.hpp"
#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// What an article claims with one quotation: everything that the finding depends on, apart from the store and the
// policy.
struct Claim {
  QuotationKind kind = QuotationKind::direct;
  std::vector<std::string> segments;  // the texts between quotation marks, UTF-8
  std::vector<JoinPlace> joins;       // what stands between two segments, one fewer
  std::optional<Attribution> attribution;
  std::vector<std::string> namesakes;  // see Namesakes::of
  std::vector<std::string> people;  // everybody whom the article has speak, where the mention is no name: see people_of
  std::vector<std::string> roles;   // what the article says beside the name that the speaker is: see roles_beside
  std::string date;                 // the article's, YYYY-MM-DD, or empty
  std::string language;             // the article's, BCP 47, or empty
  ArticleFrame article;             // what the article's own words around the quotation make of it
  std::optional<PlaceClaim> place;  // where in its source the article says that it stands
  std::vector<std::int64_t> favoured;  // sources of the article's other quotations
};

// Those whom the article has speak by name, in its order; the first hundred.
std::vector<std::string> people_of(std::vector<Quotation> const& quotations);

Claim claim_of(Document const& document, Namesakes const& namesakes, Quotation const& quotation,
               std::vector<std::int64_t> const& favoured);

// A cache key: equal for equal claims, wherever they are in an article, and different for all others.
std::string key_of(Claim const& claim);

}  // namespace quoth::match
