// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/speech_text.hpp"

#include <algorithm>

#include "grammar/transcripts/lines/turn_joiner.hpp"

namespace quoth::transcripts {

std::string speech_text(text::Markup const& tree, text::MarkupNode top, std::initializer_list<std::string_view> breaks,
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

std::string referred_name(std::string_view written) {
  constexpr std::size_t longest = 1000;
  auto name = single_spaced(written);
  return name.size() <= longest ? name : std::string();
}

void each_outermost(text::Markup const& tree, std::string_view name,
                    std::function<void(text::MarkupNode)> const& take) {
  for (auto i = tree.root().index(); i < tree.root().end();) {
    auto const node = tree.node(i);
    bool const found = !node.is_text() && node.is(name);
    if (found) take(node);
    i = found ? node.end() : i + 1;
  }
}

}  // namespace quoth::transcripts
