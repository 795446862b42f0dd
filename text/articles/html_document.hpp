// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "quoth/document.hpp"
#include "quoth/markup.hpp"

namespace quoth {

// The article of a web page: its main text without navigation and related links, headings and captions told apart.
// `file` is the page, to which places refer.
Document html_document(Markup const& tree, std::string_view file, std::string id);

}  // namespace quoth
