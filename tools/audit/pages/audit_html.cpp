// SPDX-License-Identifier: MIT
#include "tools/audit/pages/audit_html.hpp"

#include <fmt/format.h>

#include <array>

#include "report_assets.hpp"
#include "tools/reports/html/hash_source.hpp"
#include "tools/reports/html/html_text.hpp"

namespace quoth::tools {

namespace {

// A page's style, and its script, by its hash in the policy, so that nothing else takes effect.
std::string policy_of(std::string const& style, std::string const& script) {
  return fmt::format("default-src 'none'; base-uri 'none'; form-action 'none'; style-src {}{}", hash_source(style),
                     script.empty() ? "" : "; script-src " + hash_source(script));
}

}  // namespace

std::string audit_html(std::string const& title, std::string const& body, PageScript script,
                       std::string const& around) {
  static auto const style = "\n" + std::string(embedded::summary);
  static auto const filter = "\n" + std::string(embedded::audit_filter);
  static auto const policies = std::array{policy_of(style, ""), policy_of(style, filter)};
  auto const runs = script == PageScript::filter;
  auto html =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
      policies.at(runs ? 1 : 0) + "\">\n<title>" + text_html(title) + "</title>\n<style>" + style +
      "</style>\n</head>\n<body>\n";
  if (!around.empty()) html += "<nav aria-label=\"Pages\">" + around + "</nav>\n";
  html += "<main>\n" + body + "</main>\n";
  if (!around.empty()) html += "<nav aria-label=\"Pages, again\">" + around + "</nav>\n";
  if (runs) html += "<script>" + filter + "</script>\n";
  return html + "</body>\n</html>\n";
}

}  // namespace quoth::tools
