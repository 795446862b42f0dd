// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/cue.hpp"

#include <algorithm>

#include "grammar/transcripts/captions/cue_labels.hpp"
#include "grammar/transcripts/captions/rolling_cues.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "text/words/lines.hpp"

namespace quoth {

namespace {

// Whether at least 70 % name their speaker, as in meeting software: there a caption without a name is not by the
// speaker before. Elsewhere a name shows that the speaker changes.
bool most_are_named(std::vector<Cue> const& cues) {
  auto const named = std::ranges::count_if(cues, [](Cue const& cue) { return cue.lines.front().named; });
  return named * 10 >= static_cast<std::ptrdiff_t>(cues.size()) * 7;
}

}  // namespace

std::vector<CueLine> cue_lines(std::string_view text) {
  std::vector<CueLine> lines;
  while (!text.empty()) {
    if (auto const words = trimmed(take_line(text)); !words.empty()) lines.push_back({std::string(words), {}, false});
  }
  return lines;
}

std::vector<Utterance> turns_of_cues(std::vector<Cue> cues) {
  for (auto& cue : cues) {
    for (auto& line : cue.lines) line.text = trimmed(line.text);
    std::erase_if(cue.lines, [](CueLine const& line) { return line.text.empty() && !line.named; });
  }
  unroll(cues);
  std::erase_if(cues, [](Cue const& cue) { return cue.lines.empty(); });
  take_labels(cues);
  bool const each_is_named = most_are_named(cues);
  TurnJoiner turns;
  std::string speaker;
  for (auto& cue : cues) {
    if (each_is_named && !cue.lines.front().named && !speaker.empty()) speaker.clear();
    for (auto const& line : cue.lines) {
      if (line.named) {
        speaker = trimmed(line.voice);
        if (speaker.empty()) turns.cut();
      }
      turns.add({speaker, cue.start, cue.end, line.text, false});
    }
    // Frees the lines, so that a long film is not in memory twice.
    cue.lines = {};
  }
  return turns.take();
}

}  // namespace quoth
