// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

// The SHA-256 of the bytes, as 64 hexadecimal digits. Uses the instructions that x86 processors have for it, where
// there are any: five times as fast; bench/audit.py measures it, as the time of articles that are known from before.
std::string sha256(std::string_view bytes);
// The same on any processor.
std::string sha256_reference(std::string_view bytes);

}  // namespace quoth::text
