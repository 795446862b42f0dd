// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::tools {

// A replacement for the bytes [first, last) of a file.
struct TextChange {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string text;
};

// A patch in unified format for `git apply`, with three lines of context; empty without changes. `changes` must be in
// order and must not overlap. `path` is relative to where the patch is applied.
std::string unified_diff(std::string const& path, std::string_view file, std::vector<TextChange> const& changes);

}  // namespace quoth::tools
