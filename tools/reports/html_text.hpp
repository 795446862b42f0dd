// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// Text from the input as HTML: neither markup nor writing direction leaves its element.
std::string text_html(std::string_view text);

}  // namespace quoth
