// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "quoth/quotation.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/article_file.hpp"
#include "tools/desk/language_notice.hpp"
#include "tools/desk/mistaken_file.hpp"
#include "tools/desk/source_name.hpp"
#include "tools/reports/formats/report_writer.hpp"

namespace quoth::tools {

namespace {

struct ExtractOptions {
  std::vector<std::string> files;
  bool with_ignored = false;
  ArticleOptions article;
};

void run_extract(ExtractOptions const& options, int& status) {
  auto const files =
      files_named(options.files, article_to_extract, {is_named_as_article, options.with_ignored}, status);
  if (files.empty()) return;
  auto const report = report_writer({options.article.report, options.article.terminal()}, std::cout);
  LanguageNotice language_notice;
  auto const extract_file = [&](std::string const& file) {
    ArticleFile(file, options.article.input).read([&](text::JsonLine<Document>&& article) {
      if (!article.error.empty()) {
        complain(file + ":" + std::to_string(article.number) + ": " + article.error);
        report->add_unreadable(article.id, article.error);
        status = failure;
        return;
      }
      if (auto const notice = language_notice.of(article.value); !notice.empty()) complain(notice);
      auto const quotations = extract(article.value);
      if (article.value.id() == file) complain_of_transcript(article.value, quotations.size());
      report->add_extracted(article.value, quotations);
    });
  };
  bool const all_well =
      for_each_item(files, [&](std::string const& file) { reported(*report, file, [&] { extract_file(file); }); });
  report->finish();
  if (!all_well) status = failure;
}

}  // namespace

void add_extract_command(Command& program, int& status) {
  auto command = program.add_command("extract", "List the quotations of articles and who is said to have said them");
  auto options = std::make_shared<ExtractOptions>();
  command
      .add_arguments("FILE", options->files,
                     "Articles in any format below, folders and patterns of them; - is standard input")
      .required();
  add_walk_option(command, options->with_ignored);
  add_article_options(command, options->article, extraction_formats());
  command.footer("Example: quoth extract --format jsonl article.md");
  command.callback([options, &status] { run_extract(*options, status); });
}

}  // namespace quoth::tools
