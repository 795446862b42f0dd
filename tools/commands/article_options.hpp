// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "quoth/article.hpp"
#include "quoth/limits.hpp"
#include "tools/commands/command_line.hpp"
#include "tools/reports/report_format.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

// The options of all commands that read articles and report on them.
struct ArticleOptions {
  ReadOptions input;
  ReportFormat report = ReportFormat::text;
  std::string color = "auto";

  Terminal terminal() const { return quoth::tools::terminal(color); }
};

// Threads for a program whose user waits.
constexpr std::size_t check_threads = 2;

using ReportFormats = std::map<std::string, ReportFormat>;

void add_article_options(Command& command, ArticleOptions& options, ReportFormats const& formats);
// Only --input-format and --limit.
void add_input_options(Command& command, ReadOptions& input);
// --no-ignore, for commands that walk folders.
void add_walk_option(Command& command, bool& with_ignored);
// --limit, once for each limit to be set.
void add_limit_option(Command& command, Limits& limits);
// Only --format and --color.
void add_report_options(Command& command, ReportFormat& format, std::string& color,
                        ReportFormats const& formats = extraction_formats());

}  // namespace quoth::tools
