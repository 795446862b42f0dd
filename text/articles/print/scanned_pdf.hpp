// SPDX-License-Identifier: MIT
#pragma once

#include "text/files/file_content.hpp"

namespace quoth::text {

// Whether the text of a PDF is what character recognition read on scanned pages: most of it is drawn invisibly, and the
// file has pictures. Looks at the objects of the file without a library for PDF, at a bounded number of bytes; false
// for a file that is encrypted or broken. Throws Error where the time for the file is over.
bool is_scanned_pdf(FileContent& file);

}  // namespace quoth::text
