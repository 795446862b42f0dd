// SPDX-License-Identifier: MIT
#include "tools/audit/pages/precision_html.hpp"

#include <fmt/format.h>

#include "tools/audit/pages/audit_words.hpp"
#include "tools/audit/pages/page_section.hpp"
#include "tools/reports/html/html_text.hpp"

namespace quoth::tools {

namespace {

std::string row_of(StratumPrecision const& one, double least_confidence) {
  std::string share = "–";
  std::string interval = "–";
  if (one.decided() > 0) {
    auto const found = wilson_interval(one.right, one.decided());
    share = fmt::format("{:.0f} %", 100 * found.share);
    interval = fmt::format("{:.0f} to {:.0f} %", 100 * found.low, 100 * found.high);
  }
  return fmt::format(
      "<tr><td><span class=\"tag\"><i class=\"{}\"></i>{}</span></td><td class=\"count\">{}</td><td "
      "class=\"count\">{}</td><td class=\"count\">{}</td><td class=\"count\">{}</td><td class=\"count\">{}</td><td "
      "class=\"count\">{}</td><td class=\"count\">{}</td></tr>\n",
      one.stratum, text_html(stratum_in_words(one.stratum, least_confidence)), one.findings, one.right, one.wrong,
      one.unsure, one.open, share, interval);
}

}  // namespace

std::string precision_html(Precision const& precision, double least_confidence) {
  std::string rows =
      "<table>\n<tr><th>Verdict</th><th>Findings</th><th>Right</th><th>Wrong</th><th>Could not "
      "tell</th><th>Open</th><th>Precision</th><th>95 % interval</th></tr>\n";
  for (auto const& one : precision) rows += row_of(one, least_confidence);
  return section(
      "Precision",
      "How often a verdict is right, as people judged a random sample: the share of those they could decide, "
      "with Wilson’s interval.",
      rows + "</table>\n");
}

}  // namespace quoth::tools
