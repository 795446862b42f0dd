// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/frames/embedding.hpp"

namespace quoth::match {

// The embedding given by words directly after a clause that take it back or limit it: "we win | if they fail", "we
// could | not", "we lost, | they say", "all may come, | except on Sundays".
std::optional<Embedding> frame_behind(Passage const& passage, TokenRange used, PrintedForm printed);

}  // namespace quoth::match
