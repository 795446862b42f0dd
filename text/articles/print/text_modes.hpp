// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace quoth::text {

// How much text a PDF draws, in bytes of its strings.
struct TextModes {
  std::size_t shown = 0;
  std::size_t hidden = 0;  // text rendering modes 3 and 7, which paint nothing
};

// Counts the text that a content stream of a PDF draws: ISO 32000-1, 7.8.2 (content streams) and 9.3.6 (text rendering
// modes). `content` is unpacked and may be anything; linear in it.
void count_text(std::string_view content, TextModes& modes);

}  // namespace quoth::text
