// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/files/file_content.hpp"
#include "text/markup/markup.hpp"

namespace quoth::text {

// The part of the container that holds the body.
inline constexpr std::string_view docx_body = "word/document.xml";

// Whether elements of that name hold words.
inline bool holds_words(std::string_view name) { return name == "t" || name == "noBreakHyphen"; }

// An element whose words are part of the article.
struct DocxWords {
  std::string part;           // file name in the container
  std::uint32_t ordinal = 0;  // its index among the elements of its part that may hold words, from 0
  std::string text;           // as in the file; in the article white space is collapsed
};

// All such elements, in the order of the article.
std::vector<DocxWords> docx_words(FileContent& file);

}  // namespace quoth::text
