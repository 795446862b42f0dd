// SPDX-License-Identifier: MIT
#include "match/check/machine_errors.hpp"

#include <algorithm>

#include "match/sound/machine_error.hpp"

namespace quoth::match {

namespace {
// What an edit that the recording decides takes off the fidelity at most: as much as what a policy allows.
constexpr double most_cost = 0.03;
}  // namespace

void excuse_machine_errors(std::vector<Edit>& edits, Policy const& policy) {
  for (auto& edit : edits) {
    if (!must_be_seen(policy.rule(edit.edit_class).verdict)) continue;
    edit.machine_error = machine_error_log_odds(edit) > 0;
    if (edit.machine_error) edit.cost = std::min(edit.cost, most_cost);
  }
}

}  // namespace quoth::match
