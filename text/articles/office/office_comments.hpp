// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quoth/document.hpp"

namespace quoth::text {

// A comment on a span of an office document's text. Each line of `text`, valid UTF-8, becomes a paragraph.
struct OfficeComment {
  Span where;
  std::string text;
};

// Who comments, and when: an ISO 8601 time such as "2031-05-12T09:30:00Z", or empty for none.
struct CommentAuthor {
  std::string name;
  std::string initials;
  std::string time;
};

struct CommentedFile {
  std::string bytes;
  std::vector<std::size_t> left_out;  // indices of comments for which there is no place
};

// A position in a file: before the code point `offset` of the words of an element.
struct WordPlace {
  std::uint32_t words = 0;  // index of the element's words
  std::uint32_t offset = 0;
};

// The position in the file of each code point of the document, whose words are those of the file's elements, in the
// order of the article. Both have the same code points in the same order, but for white space; that of the document has
// no position. Throws Error where they differ.
std::vector<std::optional<WordPlace>> places_of(Document const& document, std::vector<std::string_view> const& words);

// The positions of the first and last code point of a span that are in the file; nothing where none is.
std::optional<std::pair<WordPlace, WordPlace>> stretch_of(Span where,
                                                          std::vector<std::optional<WordPlace>> const& places);

// What XML 1.0 cannot hold is replaced by U+FFFD.
std::string writable_in_xml(std::string_view utf8);

}  // namespace quoth::text
