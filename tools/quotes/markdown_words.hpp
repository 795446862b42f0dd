// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::tools {

// Words that stand in Markdown as they are: whatever may be markup gets a backslash, which CommonMark allows before any
// punctuation mark of ASCII.
std::string in_markdown_words(std::string_view text);

// A link with these words, escaped, to that URL; the words alone where it is empty.
std::string markdown_link(std::string_view words, std::string_view url);

}  // namespace quoth::tools
