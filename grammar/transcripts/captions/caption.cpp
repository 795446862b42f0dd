// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption.hpp"

#include <algorithm>
#include <utility>

#include "grammar/transcripts/captions/caption_labels.hpp"
#include "grammar/transcripts/captions/machine_captions.hpp"
#include "grammar/transcripts/captions/rolling_captions.hpp"
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/made/machine_text.hpp"
#include "text/words/lines.hpp"
#include "text/words/white_space.hpp"

namespace quoth::transcripts {

namespace {

// Whether at least 70 % name their speaker, as in meeting software: there a caption without a name is not by the
// speaker before. Elsewhere a name shows that the speaker changes.
bool most_are_named(std::vector<Caption> const& captions) {
  auto const named =
      std::ranges::count_if(captions, [](Caption const& caption) { return caption.lines.front().named; });
  return named * 10 >= static_cast<std::ptrdiff_t>(captions.size()) * 7;
}

bool have_words(std::vector<Caption> const& captions) {
  auto const has_words = [](CaptionLine const& line) { return !line.words.empty(); };
  return std::ranges::any_of(captions,
                             [&](Caption const& caption) { return std::ranges::any_of(caption.lines, has_words); });
}

// The words of a line after labels have been cut off at its head. The first words of a caption are shown when it is.
std::vector<HeardWord> words_of(CaptionLine const& line, bool first, double shown) {
  auto const count = text::count_at_white_space(line.text);
  auto words = line.words.size() < count ? heard_as_one(line.text, {}) : line.words;
  words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(count));
  if (first && !words.empty() && !words.front().start) words.front().start = heard(shown).start;
  return words;
}

}  // namespace

std::vector<CaptionLine> caption_lines(std::string_view text, std::vector<HeardWord> const& words) {
  std::vector<CaptionLine> lines;
  std::span<HeardWord const> rest(words);
  while (!text.empty()) {
    if (auto const line = text::trimmed(text::take_line(text)); !line.empty())
      lines.push_back({std::string(line), {}, false, take_words(rest, line)});
  }
  return lines;
}

std::vector<HeardWord> take_words(std::span<HeardWord const>& words, std::string_view part) {
  if (words.empty()) return {};
  auto const taken = words.first(std::min(words.size(), text::count_at_white_space(part)));
  words = words.subspan(taken.size());
  return {taken.begin(), taken.end()};
}

Source captioned_speech(std::vector<Caption> captions, bool rolled_up) {
  for (auto& caption : captions) {
    for (auto& line : caption.lines) line.text = text::trimmed(line.text);
    std::erase_if(caption.lines, [](CaptionLine const& line) { return line.text.empty() && !line.named; });
  }
  bool const roll = unroll(captions) || rolled_up;
  std::erase_if(captions, [](Caption const& caption) { return caption.lines.empty(); });
  bool machine_made = roll || are_recognised(captions) || are_typed_live(captions) || have_notice(captions);
  if (take_labels(captions)) machine_made = machine_made || repeat_labels(captions);
  bool const heard = machine_made || have_words(captions);
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
      bool const first = &line == &caption.lines.front();
      auto words = heard ? words_of(line, first, caption.start) : std::vector<HeardWord>();
      turns.add({speaker, caption.start, caption.end, line.text, false, std::move(words)});
    }
    // Frees the lines, so that a long film is not in memory twice.
    caption.lines = {};
  }
  Source source;
  source.utterances = turns.take();
  source.made = machine_made || lacks_punctuation(source.utterances) ? Made::asr : Made::captions;
  return source;
}

}  // namespace quoth::transcripts
