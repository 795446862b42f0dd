// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "quoth/limits.hpp"

namespace quoth::text {

bool is_gzip(std::string_view bytes);

// The content of a gzip file, all its members in order. Throws Error, naming `where`, if it is broken or exceeds the
// limits.
std::string gunzip(std::string_view bytes, Limits const& limits, std::string_view where);

// Unpacks data of zlib as far as they are whole, at most `most` bytes; nothing if they are none of zlib's.
std::string inflate_some(std::string_view bytes, std::size_t most);

}  // namespace quoth::text
