// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace quoth::match {

// A number in figures, as one word.
struct Digits {
  double value = 0;
  bool ordinal = false;
  bool decade = false;
};

// Parses "10", "3.5", "21st", "2d", "5k" or "60s"; nothing for other words such as "b2b".
std::optional<Digits> digits_of(std::string_view key);

}  // namespace quoth::match
