// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth::text {

// Marks struck-out words, which transcripts keep as a remark that is not speech: "[struck out: Thursday]".
inline constexpr std::u32string_view struck_opening = U"[struck out: ";
inline constexpr std::u32string_view struck_closing = U"]";

}  // namespace quoth::text
