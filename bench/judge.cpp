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

// To the nearest stretch of any of the texts.
std::size_t nearest(text::WordList const& part, std::vector<text::WordList> const& texts) {
  auto best = part.size();
  for (auto const& text : texts) best = std::min(best, distance(part, text));
  return best;
}

// Two copies of a passage, each with every eighth word another (see Corpus), differ in a quarter of their words; one in
// ten copies of few words differs in more than this share.
constexpr double most_of_copy = 3.0 / 8;

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
  std::size_t true_distance = 0, found_distance = 0, copied_distance = 0, words = 0;
  std::vector<text::WordList> texts;
  for (auto const& text : found) texts.push_back(text::split_words(without_remarks(text)));
  for (std::size_t i = 0; i < passage.printed.size(); ++i) {
    auto const printed = text::split_words(passage.printed[i]);
    auto const spoken = text::split_words(passage.spoken[i]);
    true_distance += distance(printed, spoken);
    found_distance += nearest(printed, texts);
    copied_distance += nearest(spoken, texts);
    words += spoken.size();
  }
  if (found_distance <= true_distance) return true;
  return true_distance > 0 && static_cast<double>(copied_distance) <= most_of_copy * static_cast<double>(words);
}

}  // namespace quoth::bench
