// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/align/difference.hpp"
#include "match/edits/passage_text.hpp"
#include "match/edits/word_edit.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth {

struct EditContext {
  Policy const& policy;
  // The article's own sentence carries a negation, as in: he would not “raise taxes”.
  bool article_negates = false;
  // Parts of the quotation that do not stand in this passage, and are accounted for elsewhere.
  std::vector<TokenRange> elsewhere;
};
// The typed edits that make the quotation of the passage, with what the policy says of each and where they stand in the
// quotation and in `shown`. The last ones may be what the quotation was cut out of (see clause_frame.hpp).
std::vector<Edit> edits_of(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment,
                           PassageText const& shown, EditContext const& context);

// An edit of a class, with the policy's rule for it.
Edit make_edit(Edit::Op op, Classification const& found, std::string quote, std::string source, Policy const& policy);

}  // namespace quoth
