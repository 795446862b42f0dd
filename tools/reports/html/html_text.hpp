// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::tools {

// Escapes text of the input for HTML, so that neither markup nor writing direction can leave its element.
std::string text_html(std::string_view text);

// The text, as a link unless `link` is empty. The caller sees to it that the link runs no script: see `link_to`.
std::string linked_html(std::string_view text, std::string_view link);

}  // namespace quoth::tools
