// SPDX-License-Identifier: MIT
#pragma once

#include "module.hpp"
#include "quoth/caption_screen.hpp"

namespace quoth {

// What quoth needs of libzvbi.
struct CaptionsModule {
  static constexpr char const* name = "captions";

  // Null where there is no memory.
  CaptionScreen* (*open)();
  void (*close)(CaptionScreen* screen);
  // As CaptionDecoder::decode.
  std::vector<ScreenChange> (*decode)(CaptionScreen& screen, std::uint8_t first, std::uint8_t second);
};

}  // namespace quoth
