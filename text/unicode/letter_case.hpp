// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

// Letters and case by Unicode (ICU), one code point at a time.
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
char32_t to_lower(char32_t c);

// Writes a label in capitals as names are usually written: "Ms. Jean-Pierre" for "MS. JEAN-PIERRE", "McDonald" for
// "McDONALD", "John Reed III" for "JOHN REED III", "Minister of Works" for "MINISTER OF WORKS". Labels in lower case
// already stay as they are. Valid UTF-8.
std::string in_ordinary_capitals(std::string_view label);

}  // namespace quoth::text
