// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"
#include "tools/reports/patches/unified_diff.hpp"

namespace quoth::tools {

// The changes that give a quotation the words that were spoken, where these are beyond doubt; or why there are none.
struct Correction {
  std::vector<TextChange> changes;  // in order; bytes of the file
  std::string left_alone;           // empty if there are changes
};

// `file` is the article's file in UTF-8; the document's positions must be lines.
Correction correction_of(Document const& document, Quotation const& quotation, Finding const& finding,
                         std::string_view file);

// The changes that put an ellipsis where an altered quotation leaves words out without a mark and nothing else is
// wrong; or why there are none.
Correction omission_marks_of(Document const& document, Quotation const& quotation, Finding const& finding,
                             std::string_view file);

}  // namespace quoth::tools
