// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "input.hpp"
#include "report.hpp"
#include "terminal.hpp"

namespace quoth {

// What the commands that read articles and report on them have in common.
struct ArticleOptions {
  ArticleFormatChoice input;
  ReportFormat report = ReportFormat::text;
  std::string color = "auto";

  Terminal terminal() const { return quoth::terminal(color); }
};

using ReportFormats = std::map<std::string, ReportFormat>;

void add_article_options(CLI::App& command, ArticleOptions& options, ReportFormats const& formats);
// --input-format and --limit alone.
void add_input_options(CLI::App& command, ArticleFormatChoice& input);
// --limit, as often as there are limits.
void add_limit_option(CLI::App& command, Limits& limits);
// --format and --color alone.
void add_report_options(CLI::App& command, ReportFormat& format, std::string& color,
                        ReportFormats const& formats = extraction_formats());

}  // namespace quoth
