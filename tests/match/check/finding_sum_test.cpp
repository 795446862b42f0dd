// SPDX-License-Identifier: MIT
#include "match/check/finding_sum.hpp"

#include <doctest/doctest.h>

#include "match/edits/edit_list.hpp"

using namespace quoth;
using namespace quoth::match;

namespace {

Edit splice_after(std::uint32_t segment) {
  auto edit = make_edit(Edit::Op::jump, {EditClass::splice, ""}, "", "and so on", Policy());
  edit.segment = segment;
  edit.at_join = true;
  return edit;
}

}  // namespace

TEST_CASE("sum_up: each join of a passage costs once") {
  Claim claim;
  claim.segments = {"We will sell the ferry,", "and buy a boat,", "which will cost less."};
  claim.joins = {JoinPlace::clause, JoinPlace::clause};
  Stretches const stretches(claim.segments);
  Finding finding;
  finding.segments.assign(3, {Verdict::verbatim, 1.0});
  finding.joins = {{1, JoinPlace::clause, 9, Verdict::spliced}, {2, JoinPlace::clause, 9, Verdict::spliced}};
  finding.evidence.emplace_back();
  finding.evidence.front().segments = {1, 2, 3};
  finding.evidence.front().edits = {splice_after(1), splice_after(2)};
  sum_up(finding, claim, stretches, Policy());
  CHECK(finding.verdict == Verdict::spliced);
  CHECK(finding.fidelity == doctest::Approx(0.6 * 0.6));
}
