// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::match {

// A phonetic key of English letters, in the manner of Metaphone (https://en.wikipedia.org/wiki/Metaphone) but with
// vowels kept: letters that sound alike get the same sign.
std::string sound_key(std::string_view letters);

// Whether both sound the same: "katie", "katy"; "zelensky", "zelenskyy".
bool sounds_alike(std::string_view a, std::string_view b);

// Whether one is easily misheard as the other: "head", "ahead". Their keys differ in one weak sound and have at least
// three signs.
bool sounds_close(std::string_view a, std::string_view b);

}  // namespace quoth::match
