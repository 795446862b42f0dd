// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/check/check.hpp"

namespace quoth::match {

// Checks what an article displays - headlines, decks, pull quotes and captions - against the article's own quotations,
// then against the store, and puts what comes of it into `findings`, which are those of match::check. Words that the
// article has otherwise are judged by how they differ; words that it has too, by what the store makes of them; what
// names somebody, by that alone: it is missing where the store should hold it. All else keeps its finding. A headline
// may shorten, as long as its verbs keep their subjects. Linear in
// the number of quotations. Exceptions of the functions given are passed on.
void check_displays(Document const& document, std::vector<Quotation> const& quotations, std::vector<Finding>& findings,
                    CandidateSource const& store, Policy const& policy);

}  // namespace quoth::match
