// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <functional>
#include <string>

#include "quoth/document.hpp"
#include "quoth/jsonl.hpp"

namespace quoth {

// Throws Error where the file is missing, a directory or unreadable.
std::ifstream open_file(std::string const& path);

// The bytes of a file, or of standard input for "-". Throws Error where it is missing, a directory, unreadable or
// empty.
std::string read_file(std::string const& path);

// How an article is to be read; `automatic` goes by content first, by the file's ending second.
enum class ArticleFormat { automatic, text, markdown, jsonl };

// Hands over the articles of a file in order: one for text and Markdown, one a line for JSONL. Throws Error where the
// file cannot be read at all.
void read_articles(std::string const& path, ArticleFormat format,
                   std::function<void(JsonLine<Document>&&)> const& take);

}  // namespace quoth
