// SPDX-License-Identifier: MIT
#include "grammar/transcripts/made/machine_lines.hpp"

#include <algorithm>
#include <string>

#include "grammar/transcripts/made/machine_notice.hpp"
#include "grammar/transcripts/made/machine_text.hpp"
#include "grammar/transcripts/made/made_tuning.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

namespace quoth::transcripts {

namespace {

bool is_clock(std::u32string_view text) {
  return text.find(U':') != text.npos && text.find_first_not_of(U"0123456789:") == text.npos;
}

// "Ana Reed  0:04", with two blanks at least, or "[Ana Reed] 10:02:11".
bool is_head(std::u32string_view line) {
  line = text::trimmed(line);
  auto const blank = line.find_last_of(U' ');
  if (line.size() > LayoutTuning::longest_head || blank == line.npos || blank == 0 || !is_clock(line.substr(blank + 1)))
    return false;
  return line[blank - 1] == U' ' || (line.front() == U'[' && line[blank - 1] == U']');
}

// "[00:00.000 --> 00:04.500]  We opened the lock."
bool is_printed_by_whisper(std::u32string_view line) {
  auto const close = line.substr(0, LayoutTuning::longest_head).find(U']');
  if (!line.starts_with(U'[') || close == line.npos) return false;
  auto const range = line.substr(1, close - 1);
  return range.find(U" --> ") != range.npos && range.find_first_not_of(U"0123456789:. ->") == range.npos;
}

bool has_notice(std::vector<TranscriptLine> const& lines) {
  std::vector<std::string> edges;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < NoticeTuning::at_head || i + NoticeTuning::at_end >= lines.size())
      edges.push_back(text::to_utf8(lines[i].text.substr(0, NoticeTuning::longest_notice)));
  }
  return has_machine_notice(edges);
}

}  // namespace

bool tell_machine(std::vector<TranscriptLine> const& lines) {
  std::size_t heads = 0;
  std::size_t ranges = 0;
  LiveTyping typing;
  for (auto const& line : lines) {
    heads += is_head(line.text);
    ranges += is_printed_by_whisper(line.text);
    typing.add(line.text);
  }
  auto const every_so_often = [&lines](std::size_t count, std::size_t lines_of_one) {
    return count >= LayoutTuning::fewest_heads && count * lines_of_one >= lines.size();
  };
  bool const printed =
      every_so_often(heads, LayoutTuning::lines_of_head) || every_so_often(ranges, LayoutTuning::lines_of_range);
  return printed || typing.is_live() || has_notice(lines);
}

}  // namespace quoth::transcripts
