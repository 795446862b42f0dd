// SPDX-License-Identifier: MIT
#include "tests/tools/written/manuscript.hpp"

#include <array>
#include <sstream>
#include <string_view>
#include <utility>

namespace quoth::test {

namespace {

std::vector<Run> runs_of(std::string_view text) {
  std::vector<Run> runs(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '*') {
      runs.back().text += text[at];
      continue;
    }
    auto next = Run{{}, runs.back().italic, runs.back().bold};
    auto const is_double = text.substr(at, 2) == "**";
    (is_double ? next.bold : next.italic) ^= true;
    at += is_double ? 1 : 0;
    if (runs.back().text.empty()) runs.pop_back();
    runs.push_back(std::move(next));
  }
  return runs;
}

// The style that a line's first characters tell, and the words after them.
std::pair<ParagraphStyle, std::string> styled(std::string const& line) {
  static constexpr std::array<std::pair<std::string_view, ParagraphStyle>, 8> prefixes{{
      {"### ", ParagraphStyle::heading},
      {"## ", ParagraphStyle::heading},
      {"# ", ParagraphStyle::title},
      {"^ ", ParagraphStyle::deck},
      {"- ", ParagraphStyle::list_item},
      {"> ", ParagraphStyle::block_quote},
      {":> ", ParagraphStyle::indented},
      {"~ ", ParagraphStyle::caption},
  }};
  for (auto const& [prefix, style] : prefixes) {
    if (line.starts_with(prefix)) return {style, line.substr(prefix.size())};
  }
  return {ParagraphStyle::body, line};
}

}  // namespace

std::vector<Paragraph> read_manuscript(std::string const& text) {
  std::vector<Paragraph> paragraphs;
  std::string page;
  ParagraphStyle style = ParagraphStyle::body;
  std::string words;
  auto const end_paragraph = [&] {
    if (!words.empty()) paragraphs.push_back({style, runs_of(words), std::exchange(page, {})});
    words.clear();
  };
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line == ">" || line == ":>") {
      end_paragraph();
    } else if (line.starts_with("[page ") && line.ends_with("]")) {
      end_paragraph();
      page = line.substr(6, line.size() - 7);
    } else {
      auto [line_style, line_words] = styled(line);
      if (line_style != style) end_paragraph();
      style = line_style;
      words += (words.empty() ? "" : " ") + line_words;
    }
  }
  end_paragraph();
  return paragraphs;
}

}  // namespace quoth::test
