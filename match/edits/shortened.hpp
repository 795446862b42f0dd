// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace quoth::match {

// The text; only its two ends, cut at blanks, if it is longer than about `longest` bytes.
std::string shortened(std::string text, std::size_t longest);

}  // namespace quoth::match
