// SPDX-License-Identifier: MIT
#include "tools/audit/pages/finding_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "tools/audit/pages/audit_html.hpp"
#include "tools/audit/pages/audit_words.hpp"
#include "tools/audit/pages/finding_html.hpp"
#include "tools/audit/pages/page_links.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html_text.hpp"

namespace quoth::tools {

namespace {

std::string title_of(db::FindingGroup const& group, double least_confidence) {
  switch (group.of) {
    case db::GroupOf::seen:
      return "An editor should look at";
    case db::GroupOf::unsure:
      return less_than_sure(least_confidence);
    case db::GroupOf::verdict:
      return in_words(group.name);
    case db::GroupOf::fidelity:
      return "Fidelity " + group.name + " and more";
    case db::GroupOf::repeated:
    case db::GroupOf::disputed:
      return "“" + group.name + "”";
    default:
      return group.name;
  }
}

// What the page leaves out, and how to ask audit.db for it.
std::string remainder_of(db::FindingGroup const& group) {
  auto const shown = group.findings.size();
  auto const all = fmt::format("{} finding{}", group.all, group.all == 1 ? "" : "s");
  if (shown == group.all) return "<p class=\"note\">" + all + ".</p>\n";
  return fmt::format(
      "<p class=\"note\">{}; the pages hold the first {}. audit.db has all:</p>\n<pre>SELECT * FROM findings WHERE "
      "{}</pre>\n",
      all, shown, text_html(group.condition));
}

std::string pager(db::FindingGroup const& group, std::size_t page) {
  auto const pages = number_of_pages(group);
  std::string out = "<a href=\"../summary.html\">Summary</a>";
  for (std::size_t i = 1; pages > 1 && i <= pages; ++i)
    out += i == page ? fmt::format(" <b>{}</b>", i) : fmt::format(" <a href=\"{}\">{}</a>", name_of_page(group, i), i);
  return out;
}

std::string page_of(db::AuditFindings& findings, db::FindingGroup const& group, double least_confidence,
                    std::size_t page) {
  auto const title = title_of(group, least_confidence);
  auto body = "<h1>" + text_html(title) + "</h1>\n" + remainder_of(group);
  auto const end = std::min(page * db::findings_a_page, group.findings.size());
  std::string part;  // the verdict, or what is unsure: a heading each, to which bars link
  for (auto i = (page - 1) * db::findings_a_page; i < end; ++i) {
    auto const finding = findings.read(group.findings[i]);
    auto const of = finding.unsure ? std::string("unsure") : finding.verdict;
    if (of != part) {
      part = of;
      body += fmt::format("<h2 id=\"{}\">{}</h2>\n", text_html(part),
                          finding.unsure ? less_than_sure(least_confidence) : text_html(in_words(part)));
    }
    body += finding_html(finding);
  }
  return audit_html(title, body, PageScript::filter, pager(group, page));
}

}  // namespace

void write_finding_pages(db::AuditFindings& findings, std::vector<db::FindingGroup> const& groups,
                         double least_confidence, PartialFolder const& folder) {
  for (auto const& group : groups) {
    for (std::size_t page = 1; page <= number_of_pages(group); ++page)
      folder.write(name_of_page(group, page), page_of(findings, group, least_confidence, page));
  }
}

}  // namespace quoth::tools
