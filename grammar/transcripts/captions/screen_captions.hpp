// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <optional>
#include <vector>

#include "grammar/transcripts/captions/caption.hpp"
#include "text/files/plugins/caption_screen.hpp"

namespace quoth::transcripts {

// Makes captions of the changes of a screen. A caption that is drawn word by word is one; of roll-up captions each new
// line is one, since the lines above it were captions before.
class ScreenCaptions {
 public:
  // `now` in seconds.
  void add(text::ScreenChange change, double now);
  // Ends the caption on the screen.
  void close(double now);
  std::vector<Caption> take() { return std::move(captions_); }
  // Whether most captions rolled up, as they do live.
  bool roll() const { return rolls_ * 2 > captions_.size(); }

 private:
  std::vector<Caption> captions_;
  std::size_t rolls_ = 0;
  text::ScreenRows rows_;
  std::bitset<std::tuple_size_v<text::ScreenRows>> known_;  // rows that are in a caption already
  std::optional<double> start_;                             // when the other rows appeared, in seconds
};

}  // namespace quoth::transcripts
