// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth::transcripts {

// Whether the text has the punctuation of a machine: none, or so little that nobody who writes for readers could have
// left it out. False for short texts, and for scripts without capitals, some of which have no punctuation.
bool lacks_punctuation(std::vector<Utterance> const& turns);

// Takes a transcript in the ingest form for recognised speech where it does not say how it was made and lacks
// punctuation.
void judge_made(Source& source);

// Tells captions that are typed live or made by a machine for live television: all in capitals, with ">>" where the
// speaker changes.
class LiveTyping {
 public:
  template <typename Char>
  void add(std::basic_string_view<Char> line) {
    for (auto const c : line) {
      capitals_ += c >= Char{'A'} && c <= Char{'Z'};
      small_ += c >= Char{'a'} && c <= Char{'z'};
    }
    constexpr Char mark[] = {Char{'>'}, Char{'>'}, Char{}};
    changes_ += line.find(mark) != line.npos;
  }

  bool is_live() const;

 private:
  std::size_t capitals_ = 0;
  std::size_t small_ = 0;
  std::size_t changes_ = 0;
};

}  // namespace quoth::transcripts
