// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/words/token.hpp"

namespace quoth::match {

// How a token of a quotation is joined to the one before it. A later value takes precedence.
enum class Join : std::uint8_t { none, sentence, tag, ellipsis };

// The words of one quotation as printed, with its ellipses and brackets interpreted.
class QuotedWords {
 public:
  // `segments`: the texts between quotation marks, in order. At most `longest_bytes` bytes are kept.
  explicit QuotedWords(std::vector<std::string> const& segments, WordLanguage language = {});
  QuotedWords(QuotedWords const&) = delete;
  QuotedWords& operator=(QuotedWords const&) = delete;

  static constexpr std::size_t longest_bytes = 32'768;

  TokenSequence const& tokens() const { return tokens_; }
  Join join_before(std::size_t i) const { return joins_[i]; }
  // The weight of a token in scores: 0 for a bracketed or optional token, half for a function word, 1 for others.
  double weight(std::size_t i) const { return weights_[i]; }
  // Whether an ellipsis follows the last word.
  bool trails_off() const { return trails_off_; }
  // Whether the quotation was too long and its end was dropped.
  bool cut_short() const { return cut_short_; }
  // The bytes of tokens [first, last) in the segments joined by blanks, with brackets that open or close there. An
  // empty range gives the position before token `first`.
  ByteSpan span_of(std::size_t first, std::size_t last) const;
  // The words to search for, without brackets and marks.
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
  // The text from byte `clean` of clean_ on, up to the next Shift, is at byte `printed` of the segments.
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

  std::string clean_;  // the text without ellipses and without the signs of brackets
  std::vector<Shift> shifts_;
  std::size_t segment_at_ = 0;  // start of the current segment in the joined segments
  std::vector<Mark> marks_;
  std::vector<Bracket> brackets_;
  std::vector<Bracket> remarks_;
  TokenSequence tokens_;
  std::vector<Join> joins_;
  std::vector<double> weights_;
  bool trails_off_ = false;
  bool cut_short_ = false;
};

// The length of an ellipsis ("…", "...", ". . .", "[...]") at `at`; 0 where there is none.
std::size_t ellipsis_at(std::string_view text, std::size_t at);

}  // namespace quoth::match
