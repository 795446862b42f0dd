// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"
#include "text/unicode/byte_positions.hpp"
#include "tools/reports/patches/unified_diff.hpp"

namespace quoth::tools {

// An article's file, which must outlive it, for the changes of all its quotations: what they need of all of it is
// looked up once.
class CorrectedFile {
 public:
  // `file` is UTF-8.
  explicit CorrectedFile(std::string_view file);

  std::string_view bytes() const { return bytes_; }
  text::BytePositions const& positions() const { return positions_; }
  // As the file writes them elsewhere.
  bool has_curly_apostrophes() const { return has_curly_apostrophes_; }
  std::string_view ellipsis() const { return ellipsis_; }

 private:
  std::string_view bytes_;
  text::BytePositions positions_;
  bool has_curly_apostrophes_;
  std::string_view ellipsis_;
};

// The changes that give a quotation the words that were spoken, where these are beyond doubt; or why there are none.
struct Correction {
  std::vector<TextChange> changes;  // in order; bytes of the file
  std::string left_alone;           // empty if there are changes
};

// The document's positions must be lines.
Correction correction_of(Document const& document, Quotation const& quotation, Finding const& finding,
                         CorrectedFile const& file);

// The changes that put an ellipsis where an altered quotation leaves words out without a mark and nothing else is
// wrong; or why there are none.
Correction omission_marks_of(Document const& document, Quotation const& quotation, Finding const& finding,
                             CorrectedFile const& file);

}  // namespace quoth::tools
