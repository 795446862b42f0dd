// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "text/files/file_content.hpp"

namespace quoth::text {

// What a program noted in the file beside its text: people seldom look at it, so it may be of the template or of
// whoever used the computer. Empty where there is nothing.
struct FileInfo {
  std::string title;
  std::string author;
  std::string issuer;  // the company
  std::string date;    // when it was made, YYYY-MM-DD
};

// Of docProps in Word files and meta.xml in OpenDocument.
FileInfo office_info(FileContent& file);
// Of the information dictionary.
FileInfo pdf_info(FileContent& file);

}  // namespace quoth::text
