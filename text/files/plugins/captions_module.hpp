// SPDX-License-Identifier: MIT
#pragma once

#include "text/files/plugins/caption_screen.hpp"
#include "text/files/plugins/module.hpp"

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
