// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "difference.hpp"
#include "quoth/policy.hpp"
#include "quoth/verdict.hpp"

namespace quoth {

// The typed edits that make the quotation of the passage, with what the policy says of each. The last ones may be what
// the quotation was cut out of (see clause_frame.hpp). `article_negates`: the article's own sentence carries a
// negation, as in: he would not “raise taxes”.
std::vector<Edit> edits_of(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment,
                           Policy const& policy, bool article_negates);

}  // namespace quoth
