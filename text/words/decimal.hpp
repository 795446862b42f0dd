// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <system_error>

namespace quoth::text {

// The number that the text begins with, behind blanks; 0 if it begins with none. A full stop is before its fraction,
// whatever locale the program has, which std::strtod follows.
inline double decimal(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && std::isfinite(value) ? value : 0;
}

}  // namespace quoth::text
