// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "grammar/transcripts/prose/paragraphs.hpp"

namespace quoth::transcripts {

// Joins the lines of paragraphs, and the words that were parted at their ends: "govern-" and "ment" make "government",
// "well-" and "known" make "well-known", as the other words of the text tell.
class LineJoiner {
 public:
  explicit LineJoiner(std::vector<Paragraph> const& paragraphs);

  // Adds a line to the text, after a blank where no word goes on.
  void add(std::string line, std::string& text) const;

 private:
  bool is_one_word(std::string const& left, std::string const& right) const;

  std::unordered_set<std::string> words_;  // in lower case, those with hyphens too; none where no line ends in a hyphen
};

}  // namespace quoth::transcripts
