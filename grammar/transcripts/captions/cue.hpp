// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth {

// One speaker's stretch of a cue, usually a line. UTF-8, as a film has many.
struct CueLine {
  std::string text;
  std::string voice;   // who speaks, where markup says so
  bool named = false;  // false where the words go on without a name
};

// What captions show at one time. Seconds.
struct Cue {
  double start = 0;
  double end = 0;
  std::vector<CueLine> lines;
};

// The turns of captions: who speaks is said by markup, else by labels at the head of lines; ">>" and a dash change the
// speaker. Lines that rolling captions show again are read once.
std::vector<Utterance> turns_of_cues(std::vector<Cue> cues);

// `text` as lines of a cue, without the blanks around them.
std::vector<CueLine> cue_lines(std::string_view text);

}  // namespace quoth
