// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// Unicode's letters and their case, one code point at a time.
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
char32_t to_lower(char32_t c);

// A label in capitals as a name is written: "MS. JEAN-PIERRE" as "Ms. Jean-Pierre", "McDONALD" as "McDonald",
// "JOHN REED III" as "John Reed III", "MINISTER OF WORKS" as "Minister of Works". Labels that have small letters
// already stay as they are. Valid UTF-8.
std::string in_ordinary_capitals(std::string_view label);

}  // namespace quoth
