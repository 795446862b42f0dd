// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "quoth/document.hpp"

namespace quoth::text {

class FileContent;

using TakeDocument = std::function<void(Document&&)>;

// One way to write articles down, and its reader. A feed or an archive holds several.
struct ArticleFormat {
  std::string_view name;     // "docx", as --input-format takes it
  std::string_view what;     // "Word documents"
  std::string_view endings;  // ".docx .dotx"; may be empty
  // Whether the content is of this format; it is asked before the ending is looked at. May throw Error where the file
  // is broken.
  bool (*recognises)(FileContent& file);
  // `id` names a lone article; several are named by what the file calls them, or by `id` and a number.
  void (*read)(FileContent& file, std::string const& id, TakeDocument const& take);
};

// All of them, the most telling first. JSON lines are no format of a whole file; see text/json/jsonl.hpp.
std::span<ArticleFormat const* const> article_formats();

// The articles of a file as the format of that name, or for "auto" as the first that recognises its content, else by
// its ending, else as plain text. Throws Error where nobody can read it or it holds no article.
void parse_articles(FileContent& file, std::string_view format, std::string const& id, TakeDocument const& take);

// The same for a file that holds one article; of several it is the first.
Document parse_article(FileContent& file, std::string_view format);

}  // namespace quoth::text
