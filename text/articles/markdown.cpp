// SPDX-License-Identifier: MIT
#include "readers.hpp"

namespace quoth {

namespace {

bool recognises(FileContent& file) { return file.text().starts_with(U"---\n") || file.text().starts_with(U"---\r\n"); }

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  take(markdown_document(id, file.text()));
}

}  // namespace

ArticleFormat const markdown_article{"markdown", "Markdown", ".md .markdown .mdown", recognises, read};

}  // namespace quoth
