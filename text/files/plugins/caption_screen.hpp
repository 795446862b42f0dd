// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quoth {

// The rows of a television screen of captions, from the top; empty where nothing stands.
using ScreenRows = std::array<std::u32string, 15>;

struct ScreenChange {
  enum class Kind {
    drawn,     // on what was there: words were added, or written over
    rolled,    // every row moved up by one, out of the window at last
    replaced,  // by another caption, or by none
  };
  Kind kind = Kind::drawn;
  ScreenRows rows;  // after it
};

struct CaptionsModule;
struct CaptionScreen;

// Makes captions of the bytes in line 21 of a television picture (CEA-608), the first of its channels, with libzvbi.
class CaptionDecoder {
 public:
  // Throws Error, naming `where`, where the module of libzvbi cannot be loaded.
  explicit CaptionDecoder(std::string const& where);

  // Decodes the two bytes of the next frame, odd parity included. What they change on the screen, in order.
  std::vector<ScreenChange> decode(std::uint8_t first, std::uint8_t second);

 private:
  CaptionsModule const& zvbi_;
  std::unique_ptr<CaptionScreen, void (*)(CaptionScreen*)> screen_;
};

}  // namespace quoth
