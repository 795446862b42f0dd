// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "quoth/article.hpp"
#include "quoth/document.hpp"
#include "text/files/file_bytes.hpp"
#include "text/files/file_content.hpp"
#include "text/json/jsonl.hpp"

namespace quoth::tools {

// Calls `take` with the articles of a file, in order: one for most files, several for feeds and archives, one a line
// for JSONL. Throws Error where the file cannot be read at all.
void read_each_article(std::string const& path, ReadOptions const& options,
                       std::function<void(text::JsonLine<Document>&&)> const& take);
// The same for a file that is not JSONL and whose bytes were read before.
void read_each_article(std::string const& path, std::string bytes, ReadOptions const& options,
                       std::function<void(text::JsonLine<Document>&&)> const& take);

}  // namespace quoth::tools
