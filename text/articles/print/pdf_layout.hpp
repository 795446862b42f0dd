// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "text/files/file_content.hpp"

namespace quoth {

// The text of the first pages of a PDF, at most so many, as it is laid out on them: one line a line, columns apart, a
// form feed before each page but the first. Throws Error where the file is no readable PDF.
std::u32string pdf_layout(FileContent& file, int most_pages);

}  // namespace quoth
