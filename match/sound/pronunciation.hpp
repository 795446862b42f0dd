// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::match {

// What an English word sounds like, roughly: one sign a sound, see data/letter-sounds.txt. `word`: lower-case letters
// of ASCII and '; other bytes are silent. Words that the rules get wrong stand in data/word-sounds.txt.
std::string sounds_of_word(std::string_view word);

// The letters said one by one: "ge" as in "GE".
std::string sounds_of_letters(std::string_view letters);

// Whether the sign is a vowel's.
constexpr bool is_vowel_sound(char sound) { return std::string_view("ieaou@").find(sound) != std::string_view::npos; }

}  // namespace quoth::match
