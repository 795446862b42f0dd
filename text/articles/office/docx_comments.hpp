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

// Who comments, and when: an ISO 8601 time such as "2031-05-12T09:30:00Z", or empty for none.
struct CommentAuthor {
  std::string name;
  std::string initials;
  std::string time;
};

struct CommentedDocx {
  std::string bytes;
  std::vector<std::size_t> left_out;  // indices of comments for which there is no place
};

// The file with these comments added to its own, all else unchanged. `document` is what read_article makes of the file.
// Words of a note or a text box carry no comment: it stands at the mark of the note or at the run that holds the box,
// and says so. Throws Error if the file is not a Word document.
CommentedDocx with_comments(FileContent& file, Document const& document, std::vector<DocxComment> const& comments,
                            CommentAuthor const& author);

}  // namespace quoth::text
