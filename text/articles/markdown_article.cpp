// SPDX-License-Identifier: MIT
#include "text/articles/article_readers.hpp"
#include "text/files/file_content.hpp"

namespace quoth::text {

namespace {

bool recognises(FileContent& file) {
  return file.utf8().starts_with("---\n") || file.utf8().starts_with("---\r\n") || file.utf8().starts_with("+++\n");
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  auto document = markdown_document(id, file.utf8());
  file.release();
  take(std::move(document));
}

}  // namespace

ArticleFormat const markdown_article{"markdown", "Markdown", ".md .markdown .mdown", recognises, read};

}  // namespace quoth::text
