// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/files/unreadable.hpp"

namespace quoth {

namespace {

ArticleFormat const* const formats[] = {
#define QUOTH_FORMAT(NAME) &NAME##_article,
#include "text/articles/article_formats.def"
#undef QUOTH_FORMAT
};

bool has_ending(ArticleFormat const& format, std::string const& ending) {
  if (ending.empty()) return false;
  return (" " + std::string(format.endings) + " ").find(" " + ending + " ") != std::string::npos;
}

ArticleFormat const& format_of(FileContent& file, std::string_view name) {
  if (name != "auto") {
    auto const* const* found =
        std::ranges::find(formats, name, [](ArticleFormat const* format) { return format->name; });
    if (found == std::end(formats)) throw Error("--input-format " + std::string(name) + ": unknown; see --help");
    return **found;
  }
  if (auto const advice = why_unreadable(file.bytes()); !advice.empty()) {
    throw Error(file.where() + ": " + std::string(advice));
  }
  if (file.starts_with("Scenarist_SCC")) {
    throw Error(file.where() + ": is closed captions (SCC), a transcript; give it to quoth ingest");
  }
  for (auto const* format : formats) {
    if (format->recognises(file)) return *format;
  }
  for (auto const* format : formats) {
    if (has_ending(*format, file.ending())) return *format;
  }
  return plain_article;
}

}  // namespace

std::span<ArticleFormat const* const> article_formats() { return formats; }

void read_articles(FileContent& file, std::string_view format, std::string const& id, TakeDocument const& take) {
  bool any = false;
  format_of(file, format).read(file, id, [&](Document&& document) {
    any = true;
    take(std::move(document));
  });
  if (!any) throw Error(file.where() + ": holds no article");
}

Document read_article(FileContent& file, std::string_view format) {
  std::optional<Document> first;
  read_articles(file, format, file.where(), [&](Document&& document) {
    if (!first) first = std::move(document);
  });
  return std::move(*first);
}

}  // namespace quoth
