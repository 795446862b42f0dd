// SPDX-License-Identifier: MIT
#include "text/files/plugins/caption_screen.hpp"

#include <new>

#include "text/files/plugins/captions_module.hpp"

namespace quoth::text {

CaptionDecoder::CaptionDecoder(std::string const& where)
    : zvbi_(loaded<CaptionsModule>(where)), screen_(zvbi_.open(), zvbi_.close) {
  if (!screen_) throw std::bad_alloc();
}

std::vector<ScreenChange> CaptionDecoder::decode(std::uint8_t first, std::uint8_t second) {
  return zvbi_.decode(*screen_, first, second);
}

}  // namespace quoth::text
