// SPDX-License-Identifier: MIT
#include "tools/reports/html/html_page.hpp"

#include <fmt/format.h>

#include "report_assets.hpp"
#include "tools/reports/html/hash_source.hpp"
#include "tools/reports/html/html_text.hpp"

namespace quoth::tools {

namespace {

std::string security_policy(HtmlPage const& page, std::string const& style, std::string const& script) {
  auto policy = fmt::format("default-src 'none'; base-uri 'none'; form-action 'none'; style-src {}; script-src {}",
                            hash_source(style), hash_source(script));
  if (!page.media.empty()) policy += "; media-src";
  for (auto const& source : page.media) policy += " " + source;
  return policy;
}

std::string title_cell(IndexEntry const& entry) {
  auto cell = fmt::format("<a href=\"{}\">{}</a>", text_html(entry.link), text_html(entry.title));
  if (!entry.file.empty()) cell += fmt::format(" <span class=\"file\">{}</span>", text_html(entry.file));
  return cell;
}

std::string index_row(IndexEntry const& entry) {
  if (!entry.error.empty())
    return fmt::format("<tr><th scope=\"row\">{}</th><td colspan=\"5\">Could not be read: {}</td></tr>\n",
                       text_html(entry.title), text_html(entry.error));
  return fmt::format(
      "<tr><th scope=\"row\">{}</th><td>{}</td>{}{}{}<td>{}</td></tr>\n", title_cell(entry), text_html(entry.date),
      entry.to_see == 0 ? "<td>0</td>" : fmt::format("<td><strong>{}</strong></td>", entry.to_see),
      fmt::format("<td>{}</td>", entry.to_confirm), fmt::format("<td>{}</td>", entry.unsure), entry.quotations);
}

}  // namespace

std::string facts_html(std::vector<ReportFact> const& facts) {
  std::string html;
  for (auto const& [name, value] : facts)
    html += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", text_html(name), text_html(value));
  return html.empty() ? "" : "<dl class=\"facts\">\n" + html + "</dl>\n";
}

std::string index_html(std::vector<IndexEntry> const& entries) {
  std::string html =
      "<nav class=\"index\" aria-label=\"Articles\">\n<table>\n<thead><tr><th scope=\"col\">Article</th><th "
      "scope=\"col\">Date</th><th scope=\"col\">To be seen</th><th scope=\"col\">To confirm</th><th "
      "scope=\"col\">Unsure</th><th scope=\"col\">Quotations</th></tr></thead>\n<tbody>\n";
  for (auto const& entry : entries) html += index_row(entry);
  return html + "</tbody>\n</table>\n</nav>\n";
}

std::string page_html(HtmlPage const& page) {
  auto const style = "\n" + std::string(embedded::report);
  auto const script = "\n" + std::string(embedded::report_script) + std::string(embedded::report_desk);
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         security_policy(page, style, script) + "\">\n<title>" + text_html(page.title) + "</title>\n<style>" + style +
         "</style>\n</head>\n<body>\n<header>\n" + page.head + "</header>\n<main>\n" + page.body + "</main>\n<script>" +
         script + "</script>\n</body>\n</html>\n";
}

}  // namespace quoth::tools
