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

}  // namespace quoth::text
