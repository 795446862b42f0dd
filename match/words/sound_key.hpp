// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// How a stretch of English letters sounds, roughly: consonants in classes, vowels as one sign each.
std::string sound_key(std::string_view letters);

// Whether both can be heard as the same: "katie", "katy"; "zelensky", "zelenskyy".
bool sounds_alike(std::string_view a, std::string_view b);

// Whether one is easily heard for the other: "head", "ahead"; one sound apart and long enough.
bool sounds_close(std::string_view a, std::string_view b);

}  // namespace quoth
