// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"

namespace quoth::tools {

// Lines of a file, counted from 1; both are included.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// By file; in order and apart.
using ChangedLines = std::map<std::string, std::vector<LineRange>>;

// Which lines of each file a patch adds, changes or puts side by side by taking out what was between them: `patch` is
// as patch_of_changes gives it. A file of which it does not say, such as a Word file, is not there.
ChangedLines changed_lines(std::string_view patch);

// The paragraphs, in order and apart, of a file in which lines were changed. Lines without a word belong to those
// around them only where nothing else was changed beside them.
std::vector<LineRange> changed_paragraphs(std::string_view file, std::vector<LineRange> const& changed);

// Whether one of the ranges, which stand in order and apart, has one of these lines.
bool is_within(std::vector<LineRange> const& ranges, std::uint32_t first, std::uint32_t last);

// Leaves the quotations that have a line in these ranges.
void keep_within(std::vector<LineRange> const& ranges, Document const& article, std::vector<CheckedQuotation>& checked);

}  // namespace quoth::tools
