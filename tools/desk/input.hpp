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

// How articles are to be read: a name of article_formats(), "jsonl", or "auto", which goes by content first and by the
// file's ending second.
struct ArticleFormatChoice {
  std::string name = "auto";
  Limits limits;
};

// Hands over the articles of a file in order: one of most files, several of feeds and archives, one a line of JSONL.
// Throws Error where the file cannot be read at all.
void read_articles(std::string const& path, ArticleFormatChoice const& format,
                   std::function<void(JsonLine<Document>&&)> const& take);
// The same for a file whose bytes were read before and that is no JSONL.
void read_articles(std::string const& path, std::string bytes, ArticleFormatChoice const& format,
                   std::function<void(JsonLine<Document>&&)> const& take);

}  // namespace quoth
