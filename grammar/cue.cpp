// SPDX-License-Identifier: MIT
#include "cue.hpp"

#include <algorithm>
#include <map>

#include "quoth/unicode.hpp"
#include "transcript_label.hpp"
#include "turn_joiner.hpp"

namespace quoth {

namespace {

std::u32string_view trimmed(std::u32string_view text) {
  constexpr std::u32string_view blanks = U" \t\r\n\u00A0";
  auto const first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// How many lines at the head of a cue are the last ones of the cue before.
std::size_t lines_shown_again(Cue const& before, Cue const& cue) {
  auto most = std::min(before.lines.size(), cue.lines.size());
  for (auto count = most; count > 0; --count) {
    auto const first = before.lines.end() - static_cast<std::ptrdiff_t>(count);
    if (std::equal(first, before.lines.end(), cue.lines.begin(),
                   [](CueLine const& a, CueLine const& b) { return a.text == b.text; })) {
      return count;
    }
  }
  return 0;
}

// Somebody may say the same words twice: captions roll where a good part of them repeats lines.
bool roll(std::vector<Cue> const& cues) {
  std::size_t again = 0;
  for (std::size_t i = 1; i < cues.size(); ++i) again += lines_shown_again(cues[i - 1], cues[i]) > 0;
  return cues.size() > 2 && again * 3 > cues.size();
}

void unroll(std::vector<Cue>& cues) {
  if (!roll(cues)) return;
  for (auto i = cues.size() - 1; i > 0; --i) {
    auto const again = lines_shown_again(cues[i - 1], cues[i]);
    cues[i].lines.erase(cues[i].lines.begin(), cues[i].lines.begin() + static_cast<std::ptrdiff_t>(again));
  }
}

// Names before a colon are labels once two lines agree on one.
bool names_recur(std::vector<Cue> const& cues) {
  std::map<std::u32string, int> count;
  for (auto const& cue : cues) {
    for (auto const& line : cue.lines) {
      auto const label = speaker_label(line.text);
      if (label && label->style == LabelStyle::name && ++count[std::u32string(label->name)] > 1) return true;
    }
  }
  return false;
}

bool is_dashed(std::u32string_view line) {
  return line.size() > 1 && (line[0] == U'-' || line[0] == U'–' || line[0] == U'—') && line[1] != U'-';
}

void take_label(CueLine& line, bool trust_names) {
  bool const changes = line.text.starts_with(U">>") || is_dashed(line.text);
  if (is_dashed(line.text)) line.text.erase(0, 1);
  auto const label = speaker_label(line.text);
  bool const is_label = label && (label->style == LabelStyle::capitals || label->style == LabelStyle::name);
  bool const labelled = is_label && (label->style == LabelStyle::capitals || trust_names);
  if (labelled) {
    line.voice = label->name;
    line.text.erase(0, label->speech);
  } else if (changes) {
    line.text.erase(0, std::min(line.text.find_first_not_of(U"> "), line.text.size()));
  }
  line.named = labelled || changes;
}

// Labels in the text count where no markup says who speaks.
void take_labels(std::vector<Cue>& cues) {
  auto const is_named = [](Cue const& cue) { return std::ranges::any_of(cue.lines, &CueLine::named); };
  if (std::ranges::any_of(cues, is_named)) return;
  bool const trust_names = names_recur(cues);
  for (auto& cue : cues) {
    for (auto& line : cue.lines) take_label(line, trust_names);
  }
}

// Meeting software names the speaker of every cue it can: who is not named is not the one before. Elsewhere a name
// stands where the speaker changes.
bool most_are_named(std::vector<Cue> const& cues) {
  auto const named = std::ranges::count_if(cues, [](Cue const& cue) { return cue.lines.front().named; });
  return named * 10 >= static_cast<std::ptrdiff_t>(cues.size()) * 7;
}

}  // namespace

std::vector<CueLine> cue_lines(std::u32string_view text) {
  std::vector<CueLine> lines;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find(U'\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (auto const words = trimmed(line); !words.empty()) lines.push_back({std::u32string(words), {}, false});
  }
  return lines;
}

std::vector<Utterance> turns_of_cues(std::vector<Cue> cues) {
  for (auto& cue : cues) {
    for (auto& line : cue.lines) line.text = std::u32string(trimmed(line.text));
    std::erase_if(cue.lines, [](CueLine const& line) { return line.text.empty() && !line.named; });
  }
  unroll(cues);
  std::erase_if(cues, [](Cue const& cue) { return cue.lines.empty(); });
  take_labels(cues);
  bool const each_is_named = most_are_named(cues);
  TurnJoiner turns;
  std::string speaker;
  for (auto const& cue : cues) {
    if (each_is_named && !cue.lines.front().named && !speaker.empty()) speaker.clear();
    for (auto const& line : cue.lines) {
      if (line.named) {
        speaker = to_utf8(trimmed(line.voice));
        if (speaker.empty()) turns.cut();
      }
      turns.add({speaker, cue.start, cue.end, to_utf8(line.text), false});
    }
  }
  return turns.take();
}

}  // namespace quoth
