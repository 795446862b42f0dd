// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quoth::text {

// The bytes as they stand in a URI (RFC 3986, 2.1): unreserved characters and those of `kept` stay, of all others each
// byte becomes % and two digits.
std::string percent_encoded(std::string_view bytes, std::string_view kept = {});

// The bytes that were encoded so; nothing where a % stands without two hexadecimal digits, or they are not UTF-8.
std::optional<std::string> percent_decoded(std::string_view encoded);

}  // namespace quoth::text
