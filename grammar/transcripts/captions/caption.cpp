// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption.hpp"

#include <algorithm>

#include "grammar/transcripts/captions/caption_labels.hpp"
#include "grammar/transcripts/captions/rolling_captions.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "text/words/lines.hpp"

namespace quoth::transcripts {

namespace {

// Whether at least 70 % name their speaker, as in meeting software: there a caption without a name is not by the
// speaker before. Elsewhere a name shows that the speaker changes.
bool most_are_named(std::vector<Caption> const& captions) {
  auto const named =
      std::ranges::count_if(captions, [](Caption const& caption) { return caption.lines.front().named; });
  return named * 10 >= static_cast<std::ptrdiff_t>(captions.size()) * 7;
}

}  // namespace

std::vector<CaptionLine> caption_lines(std::string_view text) {
  std::vector<CaptionLine> lines;
  while (!text.empty()) {
    if (auto const words = text::trimmed(text::take_line(text)); !words.empty())
      lines.push_back({std::string(words), {}, false});
  }
  return lines;
}

Source captioned_speech(std::vector<Caption> captions) {
  for (auto& caption : captions) {
    for (auto& line : caption.lines) line.text = text::trimmed(line.text);
    std::erase_if(caption.lines, [](CaptionLine const& line) { return line.text.empty() && !line.named; });
  }
  unroll(captions);
  std::erase_if(captions, [](Caption const& caption) { return caption.lines.empty(); });
  take_labels(captions);
  bool const each_is_named = most_are_named(captions);
  TurnJoiner turns;
  std::string speaker;
  for (auto& caption : captions) {
    if (each_is_named && !caption.lines.front().named && !speaker.empty()) speaker.clear();
    for (auto const& line : caption.lines) {
      if (line.named) {
        speaker = text::trimmed(line.voice);
        if (speaker.empty()) turns.cut();
      }
      turns.add({speaker, caption.start, caption.end, line.text, false});
    }
    // Frees the lines, so that a long film is not in memory twice.
    caption.lines = {};
  }
  Source source;
  source.made = Made::captions;
  source.utterances = turns.take();
  return source;
}

}  // namespace quoth::transcripts
