// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth {

// Transcripts keep the words that were struck out as a remark, "[struck out: Thursday]", which is no speech.
inline constexpr std::u32string_view struck_opening = U"[struck out: ";
inline constexpr std::u32string_view struck_closing = U"]";

}  // namespace quoth
