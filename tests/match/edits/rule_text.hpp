// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <string>

#include "quoth/policy.hpp"

namespace quoth::test {

// A rule's cost as the documentation writes it: "0.10".
inline std::string cost_text(EditRule const& rule) {
  auto const hundredths = std::to_string(std::lround(rule.cost * 100));
  return "0." + std::string(2 - hundredths.size(), '0') + hundredths;
}

}  // namespace quoth::test
