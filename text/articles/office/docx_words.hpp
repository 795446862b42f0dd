// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/files/file_content.hpp"
#include "text/markup/markup.hpp"

namespace quoth {

// The file of the container that holds the body.
inline constexpr std::string_view docx_body = "word/document.xml";

// Elements that hold words.
inline bool holds_words(std::string_view name) { return name == "t" || name == "noBreakHyphen"; }

// An element whose words are part of the article.
struct DocxWords {
  std::string part;           // the file of the container
  std::uint32_t ordinal = 0;  // its place among those of its part that may hold words, from 0
  std::string text;           // as it stands in the file; the article has white space once
};

// All of them, in the order of the article.
std::vector<DocxWords> docx_words(FileContent& file);

}  // namespace quoth
