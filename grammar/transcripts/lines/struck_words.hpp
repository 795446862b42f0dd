// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::transcripts {

// Writes "<s>Thursday</s> [Wednesday]" as "[struck out: Thursday] [Wednesday]": the correction is speech, the struck
// words stay as a remark. They are marked by <s>, <del>, <strike> or two tildes.
std::u32string with_struck_words_marked(std::u32string text);

}  // namespace quoth::transcripts
