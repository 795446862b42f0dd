// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "tools/reports/terminal.hpp"

namespace quoth::tools {

// A page of docs/verdicts or docs/edits as a terminal shows it, without the marks of Markdown: headings in bold where
// there is colour, links and code as their words, tables in columns. Lists and indented examples stay as they are.
std::string plain_page(std::string_view page, Terminal const& terminal);

}  // namespace quoth::tools
