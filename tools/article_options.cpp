// SPDX-License-Identifier: MIT
#include "article_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "command.hpp"
#include "quoth/article.hpp"

namespace quoth {

namespace {

std::string names_of(ReportFormats const& formats) {
  std::string names;
  for (auto const& [name, format] : formats) names += (names.empty() ? "" : ", ") + name;
  return names;
}

}  // namespace

void add_report_options(CLI::App& command, ReportFormat& format, std::string& color, ReportFormats const& formats) {
  command.add_option("--format", format, names_of(formats) + " (default: text)")
      ->transform(one_of(formats))
      ->type_name("FORMAT");
  command.add_option("--color", color, "auto, always or never (default: auto)")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
}

void add_limit_option(CLI::App& command, Limits& limits) {
  auto const take = [&limits](std::vector<std::string> const& settings) {
    for (auto const& setting : settings) set_limit(limits, setting);
    return true;
  };
  command
      .add_option(
          "--limit", take,
          "What reading a file may cost: bytes, depth, seconds, entries or ratio (default: bytes=1G, depth=512, "
          "seconds=60, entries=10000, ratio=1000)")
      ->type_name("NAME=VALUE")
      ->take_all()
      ->expected(1);
}

void add_input_options(CLI::App& command, ArticleFormatChoice& input) {
  std::vector<std::string> names{"auto", "jsonl"};
  for (auto const* format : article_formats()) names.emplace_back(format->name);
  command.add_option("--input-format", input.name, fmt::format("{} (default: auto)", fmt::join(names, ", ")))
      ->check(CLI::IsMember(names).description(""))
      ->type_name("FORMAT");
  add_limit_option(command, input.limits);
}

void add_article_options(CLI::App& command, ArticleOptions& options, ReportFormats const& formats) {
  add_input_options(command, options.input);
  add_report_options(command, options.report, options.color, formats);
}

}  // namespace quoth
