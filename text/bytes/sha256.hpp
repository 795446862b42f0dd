// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

// The SHA-256 of the bytes, as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace quoth::text
