// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "match/align/quoted_words.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// The segments of a quotation, its stretches between marks: the words of the whole, and those of each alone.
class Stretches {
 public:
  // `segments`: the texts between marks, UTF-8, at least one.
  explicit Stretches(std::vector<std::string> const& segments, WordLanguage language = {});

  std::size_t size() const { return tokens_.size(); }
  QuotedWords const& whole() const { return whole_; }
  // The words of one stretch, numbered from 0.
  QuotedWords const& words(std::size_t stretch) const { return size() == 1 ? whole_ : alone_[stretch]; }
  // Its tokens among those of the whole; none where the quotation was too long and its end was dropped.
  TokenRange tokens(std::size_t stretch) const { return tokens_[stretch]; }
  // Where it begins, in bytes, in the segments joined by one blank each.
  std::uint32_t first_byte(std::size_t stretch) const { return first_bytes_[stretch]; }
  // The segments joined by one blank each.
  std::string const& text() const { return text_; }
  // Whether the tokens of the whole are those of the stretch alone, one by one.
  bool is_cut_cleanly(std::size_t stretch) const {
    return tokens(stretch).size() == words(stretch).tokens().size() && !tokens(stretch).empty();
  }

 private:
  QuotedWords whole_;
  std::deque<QuotedWords> alone_;  // empty where there is one stretch
  std::vector<TokenRange> tokens_;
  std::string text_;
  std::vector<std::uint32_t> first_bytes_;
};

}  // namespace quoth::match
