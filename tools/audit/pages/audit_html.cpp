// SPDX-License-Identifier: MIT
#include "tools/audit/pages/audit_html.hpp"

#include "report_assets.hpp"
#include "tools/reports/html_text.hpp"

namespace quoth::tools {

std::string audit_html(std::string const& title, std::string const& body) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
         "<title>" +
         text_html(title) + "</title>\n<style>\n" + std::string(embedded::summary) + "</style>\n</head>\n<body>\n" +
         body + "</body>\n</html>\n";
}

}  // namespace quoth::tools
