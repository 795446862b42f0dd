// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quoth::text {

// The rows of a television screen with captions, from the top; empty if a row is.
using ScreenRows = std::array<std::u32string, 15>;

struct ScreenChange {
  enum class Kind {
    drawn,     // words were added to what was there, or written over it
    rolled,    // every row moved up by one
    replaced,  // by another caption, or by none
  };
  Kind kind = Kind::drawn;
  ScreenRows rows;  // of the screen after the change
};

struct CaptionsModule;
struct CaptionScreen;

// Decodes line 21 captions of television (CEA-608), the first channel, with libzvbi.
class CaptionDecoder {
 public:
  // Throws Error, naming `where`, if the plug-in for libzvbi cannot be loaded.
  explicit CaptionDecoder(std::string const& where);

  // Decodes the two bytes of the next frame, with odd parity. Returns what they change on the screen, in order.
  std::vector<ScreenChange> decode(std::uint8_t first, std::uint8_t second);

 private:
  CaptionsModule const& zvbi_;
  std::unique_ptr<CaptionScreen, void (*)(CaptionScreen*)> screen_;
};

}  // namespace quoth::text
