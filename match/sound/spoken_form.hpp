// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::match {

// One word as it is said.
struct SpokenWord {
  std::string sounds;
  bool of_number = false;  // "forty", "hundred", "point"
  bool is_scale = false;   // "hundred", "million"
  bool operator==(SpokenWord const&) const = default;
};

// Words said one after the other.
using SpokenForm = std::vector<SpokenWord>;

// The ways in which a text may sound, a few at most, of longer texts those of the first 80 words: numbers said in
// several ways, capital letters said one by one or as a word. What is written but not said, such as marks, is passed
// over, and so are "dollars", "cents" and the like, which go with a sign or not. `text`: valid UTF-8.
std::vector<SpokenForm> spoken_forms(std::string_view text);

// The sounds without word borders, which speech does not have; a doubled sound is one. The first 800 at most.
std::string run_together(SpokenForm const& words);

}  // namespace quoth::match
