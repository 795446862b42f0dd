// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth {

// Joins the pieces that captions and speech recognition cut a turn into. A turn goes on while its speaker does, up to
// the end of a sentence once it has some length, so that a passage seldom crosses a border and times stay exact.
class TurnJoiner {
 public:
  struct Piece {
    std::string speaker;
    std::optional<double> start;
    std::optional<double> end;
    std::string_view text;  // blanks around it do not count
    bool glued = false;     // punctuation that stands without a blank before it
  };
  void add(Piece const& piece);
  // The next piece starts a turn, whoever speaks.
  void cut() { cut_ = true; }
  std::vector<Utterance> take() { return std::move(turns_); }

 private:
  std::vector<Utterance> turns_;
  bool cut_ = false;
};

// Several lines recorded apart, each in its order, as one talk; as they are where not all have a time.
void in_order_of_time(std::vector<Utterance>& turns);

// `text` without blanks and line breaks at both ends.
std::string_view without_blanks(std::string_view text);

// Every stretch of white space as one blank, none at the ends.
std::string single_spaced(std::string_view text);

// Calls the speakers that only have a number or a letter ("spk_0", "A", "F4") "Speaker 0", so that nobody takes them
// for names. Speakers that the source names already are left.
void name_diarized(Source& source);

// What a recogniser heard, its speakers called so.
Source recognised_speech(std::vector<Utterance> turns);

}  // namespace quoth
