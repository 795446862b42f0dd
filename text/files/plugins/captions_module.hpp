// SPDX-License-Identifier: MIT
#pragma once

#include "text/files/plugins/caption_screen.hpp"
#include "text/files/plugins/module.hpp"

namespace quoth::text {

// The functions of libzvbi that quoth uses.
struct CaptionsModule {
  static constexpr char const* name = "captions";

  // Null if memory runs out.
  CaptionScreen* (*open)();
  void (*close)(CaptionScreen* screen);
  // Like CaptionDecoder::decode.
  std::vector<ScreenChange> (*decode)(CaptionScreen& screen, std::uint8_t first, std::uint8_t second);
};

}  // namespace quoth::text
