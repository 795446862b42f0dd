// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::test {

// What has to change in `before` to make it `after`, line by line: removed lines behind "-", added ones behind "+",
// with two lines of context behind " " and "@@ N @@" (a line of `before`, from 1) over each run of changes. Empty where
// the two are the same. By longest common subsequence of lines, in time and memory of the product of their numbers.
std::string line_difference(std::string_view before, std::string_view after);

}  // namespace quoth::test
