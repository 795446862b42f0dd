// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::tools {

// What an audit writes for people.

// The name of a verdict or class in words: "not found".
std::string in_words(std::string_view name);
// What is below that confidence, from 0 to 1: "less than 50 % sure".
std::string less_than_sure(double least_confidence);

}  // namespace quoth::tools
