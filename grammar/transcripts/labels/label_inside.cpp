// SPDX-License-Identifier: MIT
#include "grammar/transcripts/labels/label_inside.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace quoth::transcripts {

namespace {

using Names = std::unordered_set<std::u32string_view>;

Names names_of_several_lines(std::vector<LabelledLine> const& lines) {
  std::map<std::u32string_view, std::size_t> count;
  for (auto const& line : lines) {
    if (line.label && line.label->style == LabelStyle::capitals) ++count[line.label->name];
  }
  Names names;
  for (auto const& [name, lines_with_it] : count) {
    if (lines_with_it > 1 && name.size() > 1) names.insert(name);
  }
  return names;
}

constexpr std::u32string_view sentence_ends = U".?!…—\"”)]";
constexpr std::size_t longest_name = 60;  // code points

// The start of the label that ends at `colon`, the longest of the names that fits: "MR. REED" before "REED". `colon` if
// no name is there after the end of a sentence.
std::size_t name_before(std::u32string_view line, std::size_t from, std::size_t colon, Names const& names) {
  auto found = colon;
  auto const first = std::max(from + 2, colon - std::min(colon, longest_name));
  for (auto start = first; start < colon && found == colon; ++start) {
    bool const opens = line[start - 1] == U' ' && sentence_ends.find(line[start - 2]) != sentence_ends.npos;
    if (opens && names.contains(line.substr(start, colon - start))) found = start;
  }
  return found;
}

// The position of the first label after `from`; the line's length if there is none.
std::size_t label_inside(std::u32string_view line, std::size_t from, Names const& names) {
  for (auto colon = line.find(U": ", from); colon != line.npos; colon = line.find(U": ", colon + 1)) {
    if (auto const start = name_before(line, from, colon, names); start < colon) return start;
  }
  return line.size();
}

// Where the speech of a line starts, in code points.
std::size_t speech_of(LabelledLine const& line) { return line.label ? line.label->speech : 0; }

}  // namespace

void part_at_labels_inside(std::vector<LabelledLine>& lines) {
  auto const names = names_of_several_lines(lines);
  auto const has_label_inside = [&](LabelledLine const& line) {
    return label_inside(line.line.text, speech_of(line), names) < line.line.text.size();
  };
  // Saves memory: most transcripts have none, and their lines need no copy.
  if (std::ranges::none_of(lines, has_label_inside)) return;
  std::vector<LabelledLine> parted;
  parted.reserve(lines.size());
  for (auto& line : lines) {
    for (;;) {
      auto const text = line.line.text;
      auto const at = label_inside(text, speech_of(line), names);
      auto const label = at < text.size() ? speaker_label(text.substr(at)) : std::nullopt;
      if (!label || label->style != LabelStyle::capitals) break;
      auto second = line;
      line.line.text = text.substr(0, at);
      parted.push_back(line);
      second.line.text = text.substr(at);
      second.line.opens_paragraph = false;
      second.label = label;
      second.is_clock = second.has_clock = false;
      line = second;
    }
    parted.push_back(line);
  }
  lines = std::move(parted);
}

}  // namespace quoth::transcripts
