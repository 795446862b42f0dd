// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/files/file_content.hpp"

namespace quoth::text {

// The part of the container that holds the text.
inline constexpr std::string_view odt_content = "content.xml";

// The number of code points that are no white space.
std::size_t letters_in(std::u32string_view text);

// A node of text whose words are part of the article.
struct OdtWords {
  std::size_t first = 0;  // letters before it in all text of the part, see letters_in
  std::string text;
};

// All such nodes, in the order of the article. Throws Error if the file is no OpenDocument text.
std::vector<OdtWords> odt_words(FileContent& file);

}  // namespace quoth::text
