// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace quoth::match {

// A number in figures, as one word.
struct Digits {
  double value = 0;
  bool ordinal = false;
  bool decade = false;
};

// Parses "10", "3.5", "21st", "2d", "5k", "60s" or "31/2", the key of "3½"; nothing for other words such as "b2b".
std::optional<Digits> digits_of(std::string_view key);

// The bytes of the figures that a unit follows in one word: 2 for "10pm" and "10km". 0 for other words.
std::size_t figures_before_unit(std::string_view key);

}  // namespace quoth::match
