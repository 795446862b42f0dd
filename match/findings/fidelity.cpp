// SPDX-License-Identifier: MIT
#include "match/findings/fidelity.hpp"

#include <algorithm>

namespace quoth::match {

namespace {
// The most that all allowed edits together can cost: less than any edit that is not allowed.
constexpr double most_for_allowed = 0.08;
constexpr double share_for_wrong_speaker = 0.3;
}  // namespace

double fidelity_of(std::vector<Edit> const& edits) {
  double allowed = 0;
  double kept = 1;
  for (auto const& edit : edits) {
    if (edit.allowed) {
      allowed += edit.cost;
    } else {
      kept *= 1 - edit.cost;
    }
  }
  return (1 - std::min(allowed, most_for_allowed)) * kept;
}

double misattributed_fidelity(double fidelity) { return share_for_wrong_speaker * fidelity; }

}  // namespace quoth::match
