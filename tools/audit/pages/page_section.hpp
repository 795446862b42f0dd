// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace quoth::tools {

// A section of a page: its title, a note and what is drawn, HTML that scrolls sideways where the screen is narrow, and
// says so. `title` is plain words.
std::string section(char const* title, std::string const& note, std::string const& content);

}  // namespace quoth::tools
