// SPDX-License-Identifier: MIT
#include "article_options.hpp"

#include <map>

#include "command.hpp"

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

void add_article_options(CLI::App& command, ArticleOptions& options, ReportFormats const& formats) {
  static std::map<std::string, ArticleFormat> const inputs{{"auto", ArticleFormat::automatic},
                                                           {"text", ArticleFormat::text},
                                                           {"markdown", ArticleFormat::markdown},
                                                           {"jsonl", ArticleFormat::jsonl}};
  command.add_option("--input-format", options.input, "auto, text, markdown or jsonl (default: auto)")
      ->transform(one_of(inputs))
      ->type_name("FORMAT");
  add_report_options(command, options.report, options.color, formats);
}

}  // namespace quoth
