// SPDX-License-Identifier: MIT
#include "grammar/transcripts/prose/line_joiner.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/unicode/ascii.hpp"
#include "text/words/lines.hpp"

namespace quoth::transcripts {

namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_word_byte(char c) {
  return is_small(c) || (c >= 'A' && c <= 'Z') || c == '-' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool ends_parted(std::string_view line) {
  return line.size() > 2 && line.back() == '-' && is_small(line[line.size() - 2]);
}

// No more of it than the longest words have, as lines that all end in a hyphen make one word of the whole text.
std::string last_word(std::string_view text) {
  constexpr std::size_t longest = 200;  // bytes
  auto first = text.size();
  while (first > 0 && text.size() - first < longest && is_word_byte(text[first - 1])) --first;
  return text::in_ascii_lower(text.substr(first));
}

std::string first_word(std::string_view text) {
  std::size_t last = 0;
  while (last < text.size() && is_word_byte(text[last])) ++last;
  return text::in_ascii_lower(text.substr(0, last));
}

bool any_parted(std::vector<Paragraph> const& paragraphs) {
  return std::ranges::any_of(paragraphs, [](Paragraph const& paragraph) {
    return std::ranges::any_of(paragraph.lines, [](TranscriptLine const& line) {
      auto const text = text::trimmed(line.text);
      return text.ends_with(U'-') && !text.ends_with(U"--");
    });
  });
}

}  // namespace

LineJoiner::LineJoiner(std::vector<Paragraph> const& paragraphs) {
  if (!any_parted(paragraphs)) return;
  for (auto const& paragraph : paragraphs) {
    auto const text = paragraph.text();
    for (std::size_t at = 0; at < text.size();) {
      if (!is_word_byte(text[at])) {
        ++at;
        continue;
      }
      auto const word = first_word(std::string_view(text).substr(at));
      at += word.size();
      if (!word.ends_with('-')) words_.insert(word);
    }
  }
}

bool LineJoiner::is_one_word(std::string const& left, std::string const& right) const {
  if (words_.contains(left + right)) return true;
  return !words_.contains(left + "-" + right) && !(words_.contains(left) && words_.contains(right));
}

void LineJoiner::add(std::string line, std::string& text) const {
  if (text.empty()) {
    text = std::move(line);
    return;
  }
  if (!ends_parted(text) || line.empty() || !is_small(line.front())) {
    text += ' ';
  } else {
    auto left = last_word(text);
    left.pop_back();
    if (is_one_word(left, first_word(line))) text.pop_back();
  }
  text += line;
}

}  // namespace quoth::transcripts
