// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// Drops an attribution whose mention is a number, "nobody" or the place of a dateline, and a speaker that is no more
// than that: "52", the age in a mention.
void drop_no_speaker(Document const& document, std::optional<Attribution>& attribution);

}  // namespace quoth::grammar
