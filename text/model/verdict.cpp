// SPDX-License-Identifier: MIT
#include "quoth/verdict.hpp"

#include <array>

namespace quoth {

std::string_view to_string(Verdict verdict) {
  static constexpr std::array<std::string_view, 9> names{"verbatim",  "permitted",     "altered",
                                                         "spliced",   "truncated",     "distorted",
                                                         "not_found", "misattributed", "unchecked"};
  return names.at(static_cast<std::size_t>(verdict));
}

bool must_be_seen(Verdict verdict) {
  return verdict != Verdict::verbatim && verdict != Verdict::permitted && verdict != Verdict::unchecked;
}

}  // namespace quoth
