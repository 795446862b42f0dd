// SPDX-License-Identifier: MIT
#include "text/markup/attribute_counts.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "quoth/error.hpp"
#include "text/unicode/ascii.hpp"

namespace quoth::text {

namespace {

constexpr int most_attributes = 5000;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool starts_name(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_ascii_letter(c) || c == '_' || c == ':' || c == '.';
}

}  // namespace

// Any "<" before a letter may begin a tag, in a comment or a value too: so for each place where a tag may be, outside
// of values and in values with either mark, keeps the most attributes of any tag that may have begun before.
void check_attribute_counts(std::string_view file, std::string_view where) {
  constexpr int no_tag = -1;
  int outside = no_tag;
  int in_double = no_tag;
  int in_single = no_tag;
  char solid = ' ';  // the last character that is no blank
  for (std::size_t i = 0; i + 1 < file.size(); ++i) {
    auto const c = file[i];
    if (c == '<' && is_ascii_letter(file[i + 1])) {
      outside = std::max(outside, 0);
    } else if (c == '>') {
      outside = no_tag;
    } else if (c == '"' || c == '\'') {
      auto& inside = c == '"' ? in_double : in_single;
      auto const closed = std::exchange(inside, solid == '=' ? outside : no_tag);
      outside = std::max(closed, solid == '=' ? no_tag : outside);
    }
    if (outside != no_tag && (is_blank(c) || c == '"' || c == '\'') && starts_name(file[i + 1])) {
      // The words of a script behind a "<" count too; scripts stay far below this number.
      if (++outside > 4 * most_attributes) {
        throw Error(std::string(where) + ": holds a tag with over " + std::to_string(most_attributes) + " attributes");
      }
    }
    if (!is_blank(c)) solid = c;
  }
}

}  // namespace quoth::text
