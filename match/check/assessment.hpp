// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/check/found_part.hpp"
#include "match/check/stretches.hpp"
#include "match/frames/article_frame.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// What the assessment of a reading depends on beside the reading.
struct AssessmentContext {
  Policy const& policy;
  ArticleFrame article;
  std::vector<JoinPlace> joins;  // between the stretches, in order
  std::vector<FoundPart> parts;  // of single stretches, found elsewhere than in the reading
};

// What a reading comes to under the policy: the edits of each stretch that stands in its passage, and of the joins
// between those, in Evidence::edits; and the joins.
struct Assessment {
  Reading const* reading = nullptr;
  Evidence evidence;
  std::vector<JoinFinding> joins;
  double fidelity = 0;
};

// `reading`: of the whole quotation. `placed`: the numbers of the stretches that stand in its passage, rising.
Assessment assess(Reading const& reading, Stretches const& stretches, std::vector<std::size_t> const& placed,
                  AssessmentContext const& context);
// `reading`: of that stretch alone.
Assessment assess_alone(Reading const& reading, Stretches const& stretches, std::size_t stretch,
                        AssessmentContext const& context);

// The edit for words of the quotation that were found elsewhere, or not at all.
Edit part_edit(QuotedWords const& quotation, FoundPart const& part, Policy const& policy);

// The verdict that an edit leads to under the policy: that of its class; `permitted` where a witness bears the printed
// words out; or `unconfirmed` where a machine more likely made the difference.
Verdict verdict_of(Edit const& edit, Policy const& policy);
// Of those edits the gravest verdict that the policy gives for one of the segment, or of the join after it.
Verdict verdict_of(std::vector<Edit> const& edits, std::uint32_t segment, bool at_join, Policy const& policy);
// The fidelity of the segment under those edits; the costs of the joins are not in it.
double fidelity_of(std::vector<Edit> const& edits, std::uint32_t segment);
// What remains of the fidelity after the costs of the joins.
double share_kept_by_joins(std::vector<Edit> const& edits);

}  // namespace quoth::match
