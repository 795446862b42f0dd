// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/document.hpp"
#include "text/files/file_content.hpp"

namespace quoth::text {

// The article of a web page: its main text without navigation and related links, with headings and captions marked.
// Positions refer to the page.
Document html_document(FileContent& page, std::string id);

}  // namespace quoth::text
