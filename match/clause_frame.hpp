// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "difference.hpp"

namespace quoth {

// What the words around a passage make of it.
struct ClauseFrame {
  enum class Kind { denied, doubted, conditioned, reported, negated, quoted };
  Kind kind = Kind::denied;
  std::string words;    // the words of the passage that do it
  bool behind = false;  // they stand behind it, not before
};

std::string_view to_string(ClauseFrame::Kind kind);

// The frame in whose scope [used.first, used.last) of the passage stands, if what sets it is left out of the quotation.
std::optional<ClauseFrame> frame_of(Passage const& passage, TokenRange used);

}  // namespace quoth
