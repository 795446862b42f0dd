// SPDX-License-Identifier: MIT
#include "tools/audit/pages/sample_page.hpp"

#include <fmt/format.h>

#include "tools/audit/pages/audit_html.hpp"
#include "tools/audit/pages/audit_words.hpp"
#include "tools/audit/pages/finding_html.hpp"
#include "tools/reports/html/html_text.hpp"

namespace quoth::tools {

namespace {

std::string table_of(std::vector<db::SampleStratum> const& strata, double least_confidence) {
  std::string rows = "<table>\n<tr><th>Verdict</th><th>Findings</th><th>Drawn</th></tr>\n";
  for (auto const& one : strata)
    rows += fmt::format("<tr><td>{}</td><td class=\"count\">{}</td><td class=\"count\">{}</td></tr>\n",
                        text_html(stratum_in_words(one.name, least_confidence)), one.findings, one.drawn);
  return rows + "</table>\n";
}

}  // namespace

std::string sample_html(db::FindingSample const& sample, std::vector<db::ShownFinding> const& findings) {
  std::string body =
      "<h1>A sample to judge</h1>\n<p class=\"note\">Is the verdict "
      "right? Write right, wrong or unsure into the column “judged” of <a href=\"sample.csv\">sample.csv</a>, in the "
      "row with the same number.</p>\n";
  body += table_of(sample.strata, sample.least_confidence) + "<h2>Findings</h2>\n";
  for (std::size_t i = 0; i < findings.size(); ++i)
    body += finding_html(findings[i], fmt::format("<b class=\"drawn\">{}</b> ", i + 1));
  return audit_html("A sample to judge", body, PageScript::filter, "<a href=\"summary.html\">Summary</a>");
}

}  // namespace quoth::tools
