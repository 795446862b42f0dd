// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"
#include "tools/reports/unified_diff.hpp"

namespace quoth {

// What would make the quotation's words those that were spoken, where that is beyond doubt; or why it is left alone.
struct Correction {
  std::vector<TextChange> changes;  // in order; bytes of the file
  std::string left_alone;           // empty where there are changes
};

// `file` holds the article as UTF-8; its places must be lines.
Correction correction_of(Document const& document, Quotation const& quotation, Finding const& finding,
                         std::string_view file);

}  // namespace quoth
