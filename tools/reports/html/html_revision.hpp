// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "quoth/document.hpp"
#include "quoth/revision.hpp"

namespace quoth::tools {

// The lists of a compared article that stand below its findings: which quotations moved, and which were dropped; empty
// where there are none. `number`: as of article_section.
std::string revision_html(Document const& old_version, Document const& document, Revision const& revision,
                          std::size_t number);

}  // namespace quoth::tools
