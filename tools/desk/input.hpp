// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "quoth/document.hpp"
#include "quoth/limits.hpp"
#include "text/files/file_bytes.hpp"
#include "text/files/file_content.hpp"
#include "text/json/jsonl.hpp"

namespace quoth {

// How to read articles: by a format of article_formats(), as "jsonl", or "auto": by content first, then by the file's
// ending.
struct ArticleFormatChoice {
  std::string name = "auto";
  Limits limits;
};

// Calls `take` with the articles of a file, in order: one for most files, several for feeds and archives, one a line
// for JSONL. Throws Error if the file cannot be read at all.
void read_articles(std::string const& path, ArticleFormatChoice const& format,
                   std::function<void(JsonLine<Document>&&)> const& take);
// The same for a file that is not JSONL and whose bytes were read before.
void read_articles(std::string const& path, std::string bytes, ArticleFormatChoice const& format,
                   std::function<void(JsonLine<Document>&&)> const& take);

}  // namespace quoth
