// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/words/token.hpp"

namespace quoth {

// What stands before a token of a quotation, where it matters to the alignment.
enum class Join : std::uint8_t { none, sentence, tag, ellipsis };

// The words of one quotation as printed, its marks understood.
class QuotedWords {
 public:
  // `segments`: the stretches inside the marks, in order. No more than `longest` words are kept.
  explicit QuotedWords(std::vector<std::string> const& segments);
  QuotedWords(QuotedWords const&) = delete;
  QuotedWords& operator=(QuotedWords const&) = delete;

  static constexpr std::size_t longest_bytes = 32'768;

  TokenSequence const& tokens() const { return tokens_; }
  Join join_before(std::size_t i) const { return joins_[i]; }
  // What a token found counts for: nothing where it need not be there, half where it is a word that is everywhere.
  double weight(std::size_t i) const { return weights_[i]; }
  bool cut_short() const { return cut_short_; }
  // Where tokens [first, last) stand in the segments joined by one blank each, in bytes, with brackets that open or
  // close with them; the place before token `first` where there are none.
  ByteSpan span_of(std::size_t first, std::size_t last) const;
  // The words to look for, without brackets and marks.
  std::string search_words() const;

 private:
  struct Mark {
    std::size_t at = 0;
    Join join = Join::none;
  };
  struct Bracket {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  // From byte `clean` of the cleaned words on, up to the next of these, they stand at byte `printed` of the segments.
  struct Shift {
    std::size_t clean = 0;
    std::size_t printed = 0;
  };

  void read(std::string_view segment);
  std::size_t read_bracket(std::string_view segment, std::size_t at);
  void mark_tokens();
  void weigh_tokens();
  void shift_to(std::size_t at) { shifts_.push_back({clean_.size(), segment_at_ + at}); }
  std::size_t printed_at(std::size_t clean) const;

  std::string clean_;  // the words with ellipses, and the brackets inside words, taken out
  std::vector<Shift> shifts_;
  std::size_t segment_at_ = 0;  // where the segment being read stands among all, joined
  std::vector<Mark> marks_;
  std::vector<Bracket> brackets_;
  std::vector<Bracket> remarks_;
  TokenSequence tokens_;
  std::vector<Join> joins_;
  std::vector<double> weights_;
  bool cut_short_ = false;
};

// The length of an ellipsis ("…", "...", ". . .", "[...]") at `at`; 0 where there is none.
std::size_t ellipsis_at(std::string_view text, std::size_t at);

}  // namespace quoth
