// SPDX-License-Identifier: MIT
#include "article_options.hpp"

#include <map>

#include "command.hpp"

namespace quoth {

void add_report_options(CLI::App& command, ReportFormat& format, std::string& color) {
  static std::map<std::string, ReportFormat> const formats{
      {"text", ReportFormat::text}, {"json", ReportFormat::json}, {"jsonl", ReportFormat::jsonl}};
  command.add_option("--format", format, "text, json or jsonl (default: text)")
      ->transform(one_of(formats))
      ->type_name("FORMAT");
  command.add_option("--color", color, "auto, always or never (default: auto)")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
}

void add_article_options(CLI::App& command, ArticleOptions& options) {
  static std::map<std::string, ArticleFormat> const formats{{"auto", ArticleFormat::automatic},
                                                            {"text", ArticleFormat::text},
                                                            {"markdown", ArticleFormat::markdown},
                                                            {"jsonl", ArticleFormat::jsonl}};
  command.add_option("--input-format", options.input, "auto, text, markdown or jsonl (default: auto)")
      ->transform(one_of(formats))
      ->type_name("FORMAT");
  add_report_options(command, options.report, options.color);
}

}  // namespace quoth
