// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth::transcripts {

// The words of one speaker in a caption, usually a line. UTF-8, which takes less memory than UTF-32: a film has many.
struct CaptionLine {
  std::string text;
  std::string voice;   // who speaks, where markup says so
  bool named = false;  // whether the line itself names its speaker
  // What a recogniser heard: one for each word of `text` as split at white space, or none.
  std::vector<HeardWord> words{};
};

// What is on the screen at one time. Times in seconds.
struct Caption {
  double start = 0;
  double end = 0;
  std::vector<CaptionLine> lines;
};

// A source of captions, joined into turns. The speaker comes from markup, else from labels at the head of lines; ">>"
// and a dash mean another speaker. Lines that roll-up captions repeat are read once. Whether a machine made them is
// told by signs, `rolled_up` being one that is lost in `captions`; then words have times, at least the first of each
// caption.
Source captioned_speech(std::vector<Caption> captions, bool rolled_up = false);

// Splits `text` into the lines of a caption, without blanks at their ends; empty lines are left out. `words` are those
// of the text, if there are any.
std::vector<CaptionLine> caption_lines(std::string_view text, std::vector<HeardWord> const& words = {});

// Cuts off and returns, of the words of a text, those of `part`, with which the text begins.
std::vector<HeardWord> take_words(std::span<HeardWord const>& words, std::string_view part);

}  // namespace quoth::transcripts
