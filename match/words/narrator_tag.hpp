// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "quoth/byte_span.hpp"

namespace quoth::match {

// The stretches, in bytes, of what a narrator puts between two parts of one speech: he interposed, in “A,” he
// interposed. “B.” Quotation marks are “ ” or ", and a stretch has at most 100 bytes and no line break.
std::vector<ByteSpan> narrator_tags(std::string_view utf8);

}  // namespace quoth::match
