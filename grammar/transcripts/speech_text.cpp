// SPDX-License-Identifier: MIT
#include "speech_text.hpp"

#include <algorithm>

#include "turn_joiner.hpp"

namespace quoth {

std::string speech_text(Markup const& tree, MarkupNode top, std::initializer_list<std::string_view> breaks,
                        std::initializer_list<std::string_view> left_out) {
  std::string text;
  std::string paragraph;
  auto const end_paragraph = [&] {
    auto const line = single_spaced(paragraph);
    if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
    paragraph.clear();
  };
  std::uint32_t paragraph_end = 0;
  for (auto i = top.index() + 1; i < top.end();) {
    auto const node = tree.node(i);
    if (paragraph_end != 0 && i >= paragraph_end) {
      end_paragraph();
      paragraph_end = 0;
    }
    if (node.is_text()) {
      paragraph += node.text();
    } else if (std::ranges::find(left_out, node.name()) != left_out.end()) {
      paragraph += ' ';
      i = node.end();
      continue;
    } else if (std::ranges::find(breaks, node.name()) != breaks.end()) {
      end_paragraph();
      paragraph_end = node.end();
    }
    ++i;
  }
  end_paragraph();
  return text;
}

std::string day_in(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  for (std::size_t at = 0; at + shape.size() <= text.size(); ++at) {
    auto const day = text.substr(at, shape.size());
    bool const fits =
        std::ranges::equal(day, shape, [](char c, char s) { return s == 'd' ? c >= '0' && c <= '9' : c == s; });
    if (fits) return std::string(day);
  }
  return {};
}

}  // namespace quoth
