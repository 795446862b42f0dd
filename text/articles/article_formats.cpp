// SPDX-License-Identifier: MIT
#include <optional>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/files/format_table.hpp"
#include "text/language/language.hpp"

namespace quoth::text {

namespace {

ArticleFormat const* const formats[] = {
#define QUOTH_FORMAT(NAME) &text::NAME##_article,
#include "text/articles/article_formats.def"
#undef QUOTH_FORMAT
};

ArticleFormat const& format_of(FileContent& file, std::string_view name) {
  FormatTable<ArticleFormat> const table(formats);
  if (name != "auto") return table.named(name);
  refuse_unreadable(file);
  if (file.starts_with("Scenarist_SCC"))
    throw Error(file.where() + ": is closed captions (SCC), a transcript; give it to quoth ingest");
  if (auto const* const format = table.recognise(file)) return *format;
  if (auto const* const format = table.with_ending(file.ending())) return *format;
  return plain_article;
}

}  // namespace

std::span<ArticleFormat const* const> article_formats() { return formats; }

void parse_articles(FileContent& file, std::string_view format, std::string const& id, TakeDocument const& take) {
  bool any = false;
  format_of(file, format).read(file, id, [&](Document&& document) {
    any = true;
    document.language = language_of(document.language, document.text());
    take(std::move(document));
  });
  if (!any) throw Error(file.where() + ": holds no article");
}

Document parse_article(FileContent& file, std::string_view format) {
  std::optional<Document> first;
  parse_articles(file, format, file.where(), [&](Document&& document) {
    if (!first) first = std::move(document);
  });
  return std::move(*first);
}

}  // namespace quoth::text
