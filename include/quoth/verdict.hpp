// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth {

// In rising gravity, `unchecked` apart: where several apply, the gravest is the verdict.
enum class Verdict {
  verbatim,
  permitted,
  altered,
  spliced,
  truncated,
  distorted,
  not_found,
  misattributed,
  unchecked,
};
std::string_view to_string(Verdict verdict);
// Whether an editor must see it: all but verbatim, permitted and unchecked.
bool must_be_seen(Verdict verdict);

}  // namespace quoth
