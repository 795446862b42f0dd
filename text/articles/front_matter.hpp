// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quoth::text {

// The YAML between two lines of --- at the head of a Markdown file. `size` is its length in bytes with both lines, 0 if
// there is none; fields that are missing or cannot be read are empty. The date is YYYY-MM-DD.
struct FrontMatter {
  std::size_t size = 0;
  std::string title;
  std::string date;
  std::string url;
  std::string language;
  std::string author;  // several are joined by commas
  std::string outlet;
};
FrontMatter read_front_matter(std::string_view utf8);

}  // namespace quoth::text
