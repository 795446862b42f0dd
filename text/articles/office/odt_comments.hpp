// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "quoth/document.hpp"
#include "text/articles/office/office_comments.hpp"
#include "text/files/file_content.hpp"

namespace quoth::text {

// As with_comments, for OpenDocument text: words of a note have their comment after the note, and it says so.
CommentedFile with_odt_comments(FileContent& file, Document const& document, std::vector<OfficeComment> const& comments,
                                CommentAuthor const& author);

}  // namespace quoth::text
