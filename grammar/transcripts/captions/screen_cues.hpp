// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <optional>
#include <vector>

#include "grammar/transcripts/captions/cue.hpp"
#include "text/files/plugins/caption_screen.hpp"

namespace quoth {

// Makes cues of what stands on the screen. A caption that is drawn word by word is one cue; so is the new line of
// captions that roll, the lines above having been cues before.
class ScreenCues {
 public:
  // `now` in seconds.
  void add(ScreenChange change, double now);
  // Nothing is shown any more.
  void close(double now);
  std::vector<Cue> take() { return std::move(cues_); }

 private:
  std::vector<Cue> cues_;
  ScreenRows rows_;
  std::bitset<std::tuple_size_v<ScreenRows>> known_;  // rows that are in a cue already
  std::optional<double> start_;                       // of what is not
};

}  // namespace quoth
