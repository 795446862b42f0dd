// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "quoth/finding.hpp"

namespace quoth::tools {

// Printed words and the spoken ones to be put in their place: bytes of a quotation's words and of its passage's text.
struct WordExchange {
  ByteSpan quote;
  ByteSpan source;
};

// Whether the edit is the writer's to undo: not allowed, no machine's error, and borne out by no witness.
bool is_to_undo(Edit const& edit);

// What is to be exchanged to undo those edits of a passage; edits that share a word are joined. Of a contraction only
// half of which differs ("won't" for "will") the word that has the other half goes with it. Nothing if words moved, or
// do not run side by side.
std::optional<std::vector<WordExchange>> exchanges_of(std::vector<Edit> const& edits, std::string_view printed,
                                                      std::string_view spoken);

}  // namespace quoth::tools
