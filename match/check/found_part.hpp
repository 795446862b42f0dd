// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "match/check/reading.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// A part of the quotation that was searched for separately.
struct FoundPart {
  TokenRange words;
  std::optional<Reading> reading;  // nothing where the part was not found
};

}  // namespace quoth::match
