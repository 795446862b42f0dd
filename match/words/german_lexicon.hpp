// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth::match {

// Whether two German matching keys are opposites: "steigen", "sank".
bool are_german_opposites(std::string_view a, std::string_view b);
// Whether both are on one scale of terms that exclude each other: "Montag", "Freitag".
bool exclude_in_german(std::string_view a, std::string_view b);
bool is_german_function_word(std::string_view key);

}  // namespace quoth::match
