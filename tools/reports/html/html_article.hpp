// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/verdict.hpp"

namespace quoth::tools {

// A segment of a quotation that is marked in its article.
struct ArticleMark {
  Span span;
  std::string id;  // of the finding on the page
  Verdict verdict = Verdict::unchecked;
  bool calm = false;   // nobody need look at it, whatever its verdict: it is unsure, or set aside
  bool first = false;  // of its quotation
  int number = 0;      // of its quotation
};

// The article's blocks as HTML, each mark with a link to its finding. A quotation inside another is marked by its
// number alone.
std::string article_html(Document const& document, std::vector<ArticleMark> marks);

}  // namespace quoth::tools
