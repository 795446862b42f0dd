// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "text/files/file_content.hpp"

namespace quoth::text {

// A comment on a span of a Word document's text. Each line of `text`, valid UTF-8, becomes a paragraph.
struct DocxComment {
  Span where;
  std::string text;
};

struct CommentedDocx {
  std::string bytes;
  std::vector<std::size_t> left_out;  // indices of comments on words that cannot carry one: in notes and text boxes
};

// The file with these comments added to its own, all else unchanged. `document` is what read_article makes of the file.
// Throws Error if the file is not a Word document.
CommentedDocx with_comments(FileContent& file, Document const& document, std::vector<DocxComment> const& comments,
                            std::string_view author);

}  // namespace quoth::text
