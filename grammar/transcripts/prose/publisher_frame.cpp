// SPDX-License-Identifier: MIT
#include "grammar/transcripts/prose/publisher_frame.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "grammar/transcripts/prose/prose_tuning.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

bool is_mark(Paragraph const& paragraph, std::string_view word) {
  auto const text = paragraph.text();
  if (!text.starts_with("***") && !text.starts_with("END OF ")) return false;
  auto const at = text.find(word);
  return at != text.npos && at < std::string_view("*** ").size() + 1 && text.find(" EBOOK") != text.npos;
}

// The notice of the library, longer than any line of a title page.
bool is_notice(Paragraph const& paragraph) {
  return text::has_more_words(paragraph.text(), TitlePageTuning::long_paragraph);
}

}  // namespace

PublisherFrame take_frame(std::vector<Paragraph>& paragraphs) {
  PublisherFrame frame;
  auto const start = std::ranges::find_if(paragraphs, [](Paragraph const& p) { return is_mark(p, "START OF "); });
  if (start == paragraphs.end()) return frame;
  frame.head.assign(std::make_move_iterator(paragraphs.begin()), std::make_move_iterator(start));
  std::erase_if(frame.head, is_notice);
  paragraphs.erase(paragraphs.begin(), start + 1);
  auto const end = std::ranges::find_if(paragraphs, [](Paragraph const& p) { return is_mark(p, "END OF "); });
  frame.licence = end != paragraphs.end();
  paragraphs.erase(end, paragraphs.end());
  return frame;
}

}  // namespace quoth::transcripts
