// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "quoth/document.hpp"
#include "text/articles/office/office_comments.hpp"
#include "text/files/file_content.hpp"

namespace quoth::text {

// The file with these comments added to its own, all else unchanged. `document` is what read_article makes of the file.
// Words of a note or a text box carry no comment: it stands at the mark of the note or at the run that holds the box,
// and says so. Throws Error if the file is not a Word document.
CommentedFile with_comments(FileContent& file, Document const& document, std::vector<OfficeComment> const& comments,
                            CommentAuthor const& author);

}  // namespace quoth::text
