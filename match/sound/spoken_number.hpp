// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::match {

// The ways to say a number that is written in digits, in words: "0.9": "zero point nine", "point nine"; "2020": "two
// thousand twenty", "twenty twenty"; "7.70": "seven point seven zero", "seven seventy"; "40": "forty". `digits`: digits
// with at most one point. Longer numbers than 15 digits are said digit by digit.
std::vector<std::string> ways_to_say(std::string_view digits);

// Whether the word says a number or a part of one: "forty", "hundred", "point".
bool says_number(std::string_view word);
// Whether it is one of "hundred", "thousand" and so on.
bool says_scale(std::string_view word);

}  // namespace quoth::match
