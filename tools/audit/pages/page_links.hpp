// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "db/audit/audit_findings.hpp"

namespace quoth::tools {

// The folder of an audit's pages of findings, beside its summary.
constexpr char const* pages_folder = "pages";

// The file name of a page, the first of which is 1, of a group: "not_found-2.html", "outlet-3-1.html". It depends on
// the kind and the place of the group, never on the text of an article.
std::string name_of_page(db::FindingGroup const& group, std::size_t page);
std::size_t number_of_pages(db::FindingGroup const& group);

// The links of a summary to the pages of findings.
class PageLinks {
 public:
  explicit PageLinks(std::vector<db::FindingGroup> const& groups);

  // To the first page of a group; empty where it has no findings, and no page.
  std::string to(db::GroupOf of, std::size_t number = 0) const;
  // To the pages of the first `count` groups of a list.
  std::vector<std::string> to_all(db::GroupOf of, std::size_t count) const;
  // To a finding, on the page of its verdict or of the unsure ones; empty where it stands on none.
  std::string to_finding(std::int64_t quotation) const;

 private:
  std::map<std::pair<db::GroupOf, std::size_t>, std::string> groups_;
  std::unordered_map<std::int64_t, std::string> findings_;
};

// The text as a link, or without one where there is none. The text is HTML.
std::string link_html(std::string const& link, std::string const& html);

}  // namespace quoth::tools
