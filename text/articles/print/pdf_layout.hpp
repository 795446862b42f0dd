// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "text/files/file_content.hpp"

namespace quoth::text {

// The text of at most the first `most_pages` pages of a PDF as laid out on them: one line for each printed line,
// columns side by side, a form feed before each page but the first. Throws Error if the file is not a readable PDF.
std::u32string pdf_layout(FileContent& file, int most_pages);

}  // namespace quoth::text
