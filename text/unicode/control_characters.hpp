// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>

namespace quoth::text {

// The text with a space for each control character, for messages that repeat what stands in a file.
inline std::string without_controls(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c >= '\0' && c < ' '; }, ' ');
  return text;
}

}  // namespace quoth::text
