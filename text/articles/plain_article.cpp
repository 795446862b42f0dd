// SPDX-License-Identifier: MIT
#include "text/articles/article_readers.hpp"
#include "text/files/file_content.hpp"

namespace quoth::text {

namespace {

// The fallback, read where no other format fits, since all text can be read.
bool recognises(FileContent& /*file*/) { return false; }

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  take(plain_document(id, file.take_text()));
}

}  // namespace

ArticleFormat const plain_article{"text", "plain text", ".txt .text", recognises, read};

}  // namespace quoth::text
