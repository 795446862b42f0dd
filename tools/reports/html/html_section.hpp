// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "tools/reports/html/html_page.hpp"
#include "tools/reports/report.hpp"

namespace quoth::tools {

// An article on a page: what it says of itself, how many findings there are of each kind, its text with marks and the
// findings beside it. What an editor must see or confirm and what is unsure is open, the rest folded.
struct ArticleSection {
  IndexEntry entry;  // without its link
  std::string html;
  std::set<std::string> media;  // as HtmlPage::media
};
// `number` tells it from the page's other articles; `more` is HTML that stands below the findings.
ArticleSection article_section(Document const& document, std::vector<CheckedQuotation> const& checked,
                               ReportOptions const& options, std::size_t number, std::string const& more = {});

}  // namespace quoth::tools
