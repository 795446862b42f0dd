// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// "<s>Thursday</s> [Wednesday]" as "[struck out: Thursday] [Wednesday]": the corrected words are speech, the struck
// ones stay to be seen as a remark. Marked by <s>, <del>, <strike> or two tildes.
std::u32string with_struck_words_marked(std::u32string text);

}  // namespace quoth
