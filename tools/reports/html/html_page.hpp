// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tools/reports/report.hpp"

namespace quoth::tools {

// A page of its own: it can be read without scripts, without the network, and on paper.
struct HtmlPage {
  std::string title;
  std::string head;             // HTML: what stands above the articles
  std::string body;             // HTML: the articles
  std::set<std::string> media;  // what may be loaded on a click: sources of a Content-Security-Policy
};
std::string page_html(HtmlPage const& page);

// The facts of the check as a list.
std::string facts_html(std::vector<ReportFact> const& facts);

// An article's line in the index.
struct IndexEntry {
  std::string title;
  std::string file;   // empty where the title is its name
  std::string date;   // may be empty
  std::string link;   // to its page or section
  std::string error;  // why it could not be read; empty where it was
  std::size_t quotations = 0;
  std::size_t to_see = 0;
  std::size_t to_confirm = 0;
  std::size_t unsure = 0;
};
std::string index_html(std::vector<IndexEntry> const& entries);

}  // namespace quoth::tools
