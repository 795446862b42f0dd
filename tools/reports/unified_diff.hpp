// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// Other text for the bytes [first, last) of a file.
struct TextChange {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string text;
};

// The changes as a patch that `git apply` takes, with three lines of context; empty without changes. They are in order
// and apart from each other. `path` is seen from where the patch is to be applied.
std::string unified_diff(std::string const& path, std::string_view file, std::vector<TextChange> const& changes);

}  // namespace quoth
