// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::tools {

// Escapes text of the input for HTML, so that neither markup nor writing direction can leave its element.
std::string text_html(std::string_view text);

}  // namespace quoth::tools
