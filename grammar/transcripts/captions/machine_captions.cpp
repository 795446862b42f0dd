// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/machine_captions.hpp"

#include <algorithm>

#include "grammar/transcripts/made/machine_notice.hpp"
#include "grammar/transcripts/made/machine_text.hpp"
#include "grammar/transcripts/made/made_tuning.hpp"
#include "text/words/white_space.hpp"

namespace quoth::transcripts {

namespace {

bool has_confidence(CaptionLine const& line) {
  return std::ranges::any_of(line.words, [](HeardWord const& word) { return word.confidence.has_value(); });
}

std::size_t count_times(CaptionLine const& line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line.words, [](HeardWord const& word) { return word.start.has_value(); }));
}

}  // namespace

bool are_recognised(std::vector<Caption> const& captions) {
  std::size_t timed = 0;
  std::size_t words = 0;
  for (auto const& caption : captions) {
    for (auto const& line : caption.lines) {
      if (has_confidence(line)) return true;
      timed += count_times(line);
      words += text::count_at_white_space(line.text);
    }
  }
  return timed > 0 && timed * 2 > words;
}

bool are_typed_live(std::vector<Caption> const& captions) {
  LiveTyping typing;
  for (auto const& caption : captions) {
    for (auto const& line : caption.lines) typing.add(std::string_view(line.text));
  }
  return typing.is_live();
}

bool repeat_labels(std::vector<Caption> const& captions) {
  constexpr std::size_t fewest = 3;
  auto const is_named = [](CaptionLine const& line) { return line.named && !line.voice.empty(); };
  auto const named =
      std::ranges::count_if(captions, [&](Caption const& caption) { return is_named(caption.lines.front()); });
  bool const all_named = static_cast<std::size_t>(named) == captions.size();
  std::size_t again = 0;
  for (std::size_t i = 1; i < captions.size(); ++i) {
    auto const& before = captions[i - 1].lines.front();
    auto const& line = captions[i].lines.front();
    again += is_named(before) && is_named(line) && before.voice == line.voice;
  }
  return all_named ? again > 0 : again >= fewest && again * 3 >= captions.size();
}

bool have_notice(std::vector<Caption> const& captions) {
  constexpr std::size_t edge = 4;  // captions at each end
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < captions.size(); ++i) {
    if (i >= edge && i + edge < captions.size()) continue;
    for (auto const& line : captions[i].lines) lines.push_back(line.text.substr(0, NoticeTuning::longest_notice));
  }
  return has_machine_notice(lines);
}

}  // namespace quoth::transcripts
