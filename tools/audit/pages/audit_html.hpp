// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace quoth::tools {

// What runs in a page: nothing, or the script that filters its articles. All is there to read without.
enum class PageScript : std::uint8_t { none, filter };

// A page of an audit: HTML with its style sheet, which loads nothing. `body` and `around`, links that stand before it
// and once more after it, are HTML.
std::string audit_html(std::string const& title, std::string const& body, PageScript script = PageScript::none,
                       std::string const& around = {});

}  // namespace quoth::tools
