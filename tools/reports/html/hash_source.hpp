// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace quoth::tools {

// The text as a Content-Security-Policy (level 2) names an inline script or style that may take effect.
std::string hash_source(std::string const& text);

}  // namespace quoth::tools
