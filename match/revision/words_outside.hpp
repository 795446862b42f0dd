// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/revision/version.hpp"
#include "quoth/document.hpp"

namespace quoth::match {

// An index of the words that a version has outside of quotation marks: an inverted index of three words each.
class WordsOutside {
 public:
  explicit WordsOutside(Version const& version);

  // Where these words, at least three, stand one by one; nothing where they do not, or there are too many places.
  std::optional<Span> find(std::vector<std::string> const& words) const;

 private:
  bool stands_at(std::size_t at, std::vector<std::string> const& words) const;

  std::vector<std::string> words_;                                      // empty ones stand in quotation marks
  std::vector<Span> spans_;                                             // of each, in code points
  std::unordered_map<std::string, std::vector<std::uint32_t>> starts_;  // by three words
};

}  // namespace quoth::match
