// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::match {

// How far around a name roles_beside looks, in code points.
constexpr unsigned role_reach = 100;

// What a sentence says somebody is, right before the name and in apposition behind it: "said the institute’s director"
// and "a spokesman for the Lakes Institute". `before` and `behind` are the texts on either side of the name.
std::vector<std::string> roles_beside(std::string_view before, std::string_view behind);

}  // namespace quoth::match
