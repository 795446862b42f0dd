// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth::transcripts {

// Joins the pieces into which captions and speech recognition cut a turn. A turn ends where the speaker changes, and at
// the end of a sentence once it has some length or time: passages seldom cross a border, and times stay exact.
class TurnJoiner {
 public:
  struct Piece {
    std::string speaker;
    std::optional<double> start;
    std::optional<double> end;
    std::string_view text;  // without regard to blanks at its ends
    bool glued = false;     // punctuation, which has no blank before it
    // One for each word of `text` as split at white space; any other number counts as nothing heard.
    std::vector<HeardWord> words{};
  };
  void add(Piece const& piece);
  // Makes the next piece start a turn, whoever speaks.
  void cut() { cut_ = true; }
  // The turns, with `words` where any is known.
  std::vector<Utterance> take();

 private:
  std::vector<Utterance> turns_;
  bool cut_ = false;
};

// Sorts turns of several recorded channels by time, each channel in its own order. Leaves them if any has no time.
void in_order_of_time(std::vector<Utterance>& turns);

// `text` with white space collapsed to one blank, and none at the ends.
std::string single_spaced(std::string_view text);

// Names the speakers that diarization only numbers ("spk_0", "A", "F4") "Speaker 0", so that they do not look like
// names. Speakers that the source names already are left as they are.
void name_diarized(Source& source);

// A source of recognised speech, its speakers named so.
Source recognised_speech(std::vector<Utterance> turns);

}  // namespace quoth::transcripts
