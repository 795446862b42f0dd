// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/edited_text.hpp"

#include <limits>

#include "text/unicode/unit_index.hpp"

namespace quoth::tools {

bool EditedText::replace(TextRange const& range, std::string_view words) {
  go_to(range.start);
  auto const first = at_;
  auto const start = place_;
  go_to(range.end);
  auto const last = at_;
  at_ = first;
  place_ = start;
  if (last < first) return false;
  text_.replace(first, last - first, words);
  // Where the change has brought a carriage return and a line feed together, the line that began there is none any
  // more.
  if (first > 0 && text_[first - 1] == '\r' && !starts_line(first)) {
    --place_.line;
    go_to_line_start();
  }
  return true;
}

bool EditedText::starts_line(std::size_t byte) const {
  if (byte == 0 || text_[byte - 1] == '\n') return true;
  return text_[byte - 1] == '\r' && (byte == text_.size() || text_[byte] != '\n');
}

std::uint32_t EditedText::units_at(std::size_t byte) const {
  return static_cast<std::uint32_t>(text::units_of_code_point(text_[byte], unit_));
}

// Inside a line character by character, from where it stands: lines may be long.
void EditedText::go_to(TextPlace place) {
  go_to_line(place.line);
  while (place_.line == place.line && place_.character > place.character) {
    do --at_;
    while (!text::begins_character(text_[at_]));
    place_.character -= units_at(at_);
  }
  // A line behind all others stands for the end of the text.
  auto const most = place_.line < place.line ? std::numeric_limits<std::uint32_t>::max() : place.character;
  while (at_ < text_.size() && !is_line_end(at_) && units_at(at_) <= most - place_.character) {
    place_.character += units_at(at_);
    at_ += text::bytes_of_code_point(text_[at_]);
  }
}

void EditedText::go_to_line(std::uint32_t line) {
  while (place_.line > line) go_to_previous_line();
  while (place_.line < line) {
    auto end = at_;
    while (end < text_.size() && !is_line_end(end)) ++end;
    if (end == text_.size()) return;
    at_ = end + 1;
    if (!starts_line(at_)) ++at_;
    place_ = {place_.line + 1, 0};
  }
}

void EditedText::go_to_line_start() {
  while (!starts_line(at_)) --at_;
  place_.character = 0;
}

void EditedText::go_to_previous_line() {
  go_to_line_start();
  --at_;
  if (at_ > 0 && text_[at_] == '\n' && text_[at_ - 1] == '\r') --at_;
  --place_.line;
  go_to_line_start();
}

}  // namespace quoth::tools
