// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace quoth::tools {

// A page of an audit: HTML with its style sheet, which runs no script and loads nothing. `body` is HTML.
std::string audit_html(std::string const& title, std::string const& body);

}  // namespace quoth::tools
