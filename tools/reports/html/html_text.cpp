// SPDX-License-Identifier: MIT
#include "tools/reports/html/html_text.hpp"

#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (auto const c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string text_html(std::string_view text) { return escaped(printable(text)); }

std::string linked_html(std::string_view text, std::string_view link) {
  auto const shown = text_html(text);
  return link.empty() ? shown : "<a href=\"" + text_html(link) + "\" rel=\"noreferrer\">" + shown + "</a>";
}

}  // namespace quoth::tools
