// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "quoth/verdict.hpp"
#include "tools/desk/suppression.hpp"

namespace quoth::tools {

// Which comments cover the lines of findings of one verdict. Takes n log n steps for n findings and comments, however
// many of the one lie under each of the other: the lines are sorted, and each is given to one comment, the last one
// first (disjoint sets, https://en.wikipedia.org/wiki/Disjoint-set_data_structure, here of lines that are given away).
class CoveredLines {
 public:
  // Lines of a file, from 1 on, in any order and more than once.
  explicit CoveredLines(std::vector<std::uint32_t> lines);

  // Looks at the comments on that verdict, and adds the places of those that cover a line to `needed`. Once only.
  void cover(std::vector<Suppression> const& comments, Verdict verdict, std::set<std::size_t>& needed);
  // The place of the last comment that covers the line, which was among those given.
  std::optional<std::size_t> last_over(std::uint32_t line) const;

 private:
  std::size_t place_of(std::uint32_t line) const;
  std::size_t next_free(std::size_t place);

  std::vector<std::uint32_t> lines_;              // sorted, each once
  std::vector<std::optional<std::size_t>> last_;  // of each line
  std::vector<std::size_t> next_;  // of each line: where to look for one that no comment has; itself where it is one
};

}  // namespace quoth::tools
