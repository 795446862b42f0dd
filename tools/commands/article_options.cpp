// SPDX-License-Identifier: MIT
#include "tools/commands/article_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "quoth/limits.hpp"
#include "text/articles/article_format.hpp"
#include "tools/commands/command.hpp"

namespace quoth::tools {

namespace {

std::string names_of(ReportFormats const& formats) {
  std::string names;
  for (auto const& [name, format] : formats) names += (names.empty() ? "" : ", ") + name;
  return names;
}

}  // namespace

void add_report_options(Command& command, ReportFormat& format, std::string& color, ReportFormats const& formats) {
  command.add_choice("-f,--format", format, formats, names_of(formats) + " (default: text)").value_name("FORMAT");
  command.add("--color", color, "auto, always or never (default: auto)")
      .one_of({"auto", "always", "never"})
      .value_name("WHEN");
}

void add_walk_option(Command& command, bool& with_ignored) {
  command.add("--no-ignore", with_ignored, "In folders, also files that git ignores; hidden ones stay left out");
}

void add_limit_option(Command& command, Limits& limits) {
  command
      .add_repeatable(
          "--limit", [&limits](std::string const& setting) { set_limit(limits, setting); },
          "What reading a file may cost: bytes, unpacked, line, depth, seconds, entries or ratio (default: bytes=512M, "
          "unpacked=100M, line=100M, depth=512, seconds=60, entries=10000, ratio=100)")
      .value_name("NAME=VALUE");
}

void add_input_options(Command& command, ReadOptions& input) {
  std::vector<std::string> names{"auto", "jsonl"};
  for (auto const* format : text::article_formats()) names.emplace_back(format->name);
  command.add("--input-format", input.format, fmt::format("{} (default: auto)", fmt::join(names, ", ")))
      .one_of(names)
      .value_name("FORMAT");
  add_limit_option(command, input.limits);
}

void add_article_options(Command& command, ArticleOptions& options, ReportFormats const& formats) {
  add_input_options(command, options.input);
  add_report_options(command, options.report, options.color, formats);
}

}  // namespace quoth::tools
