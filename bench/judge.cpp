// SPDX-License-Identifier: MIT
#include "bench/judge.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/words/words.hpp"

namespace quoth::bench {

namespace {

// Word edits from `part` to the nearest stretch of `text`.
std::size_t distance(text::WordList const& part, text::WordList const& text) {
  std::vector<std::size_t> column(part.size() + 1);
  for (std::size_t i = 0; i < column.size(); ++i) column[i] = i;
  auto best = column.back();
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t diagonal = 0;
    for (std::size_t i = 1; i < column.size(); ++i) {
      auto changed = diagonal + (part.key(i - 1) == text.key(at) ? 0 : 1);
      diagonal = column[i];
      column[i] = std::min({changed, column[i] + 1, column[i - 1] + 1});
    }
    best = std::min(best, column.back());
  }
  return best;
}

// Nobody quotes the transcriber's "(Applause.)" between two words.
std::string without_remarks(std::string_view text) {
  std::string out;
  std::uint32_t kept = 0;
  for (auto const remark : text::stage_directions(text)) {
    out.append(text.substr(kept, remark.first - kept));
    kept = remark.last;
  }
  return out.append(text.substr(kept));
}

}  // namespace

bool is_right(Passage const& passage, std::vector<std::string> const& found) {
  std::size_t true_distance = 0, found_distance = 0;
  std::vector<text::WordList> texts;
  for (auto const& text : found) texts.push_back(text::split_words(without_remarks(text)));
  for (std::size_t i = 0; i < passage.printed.size(); ++i) {
    auto printed = text::split_words(passage.printed[i]);
    true_distance += distance(printed, text::split_words(passage.spoken[i]));
    auto best = printed.size();
    for (auto const& text : texts) best = std::min(best, distance(printed, text));
    found_distance += best;
  }
  return found_distance <= true_distance;
}

}  // namespace quoth::bench
