// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption_labels.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "grammar/transcripts/labels/transcript_label.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

constexpr std::string_view change = ">>";

// Splits lines where ">>" marks another speaker: "We opened. >> Nobody told us."
void part_at_changes(Caption& caption) {
  static std::string const parting = " " + std::string(change);
  auto const is_parted = [](CaptionLine const& line) { return line.text.find(parting, 1) != std::string::npos; };
  if (std::ranges::none_of(caption.lines, is_parted)) return;
  std::vector<CaptionLine> parts;
  for (auto const& line : caption.lines) {
    std::string_view rest = line.text;
    std::span<HeardWord const> words(line.words);
    for (auto at = rest.find(parting, 1); at != rest.npos; at = rest.find(parting, 1)) {
      auto const part = text::trimmed(rest.substr(0, at));
      parts.push_back({std::string(part), {}, false, take_words(words, part)});
      rest.remove_prefix(at + 1);
    }
    parts.push_back({std::string(rest), {}, false, take_words(words, rest)});
  }
  caption.lines = std::move(parts);
}

// The speaker label at the head of the line. Only lines with a colon can have one, which is quick to test.
std::optional<SpeakerLabel> label_of(std::u32string const& line) {
  return line.find_first_of(U":：") == line.npos ? std::nullopt : speaker_label(line);
}

// Whether two lines agree on a name before a colon; only then are such names labels.
bool names_recur(std::vector<Caption> const& captions) {
  std::map<std::u32string, int> count;
  for (auto const& caption : captions) {
    for (auto const& line : caption.lines) {
      auto const text = text::to_utf32(line.text);
      auto const label = label_of(text);
      if (label && label->style == LabelStyle::name && ++count[std::u32string(label->name)] > 1) return true;
    }
  }
  return false;
}

// The name at the head of "[Ana Reed] We opened" or "(Ana Reed) We opened"; none in "[Applause]".
std::optional<std::string_view> name_in_brackets(std::string_view line) {
  constexpr std::size_t longest = 60;  // bytes
  if (line.empty() || (line.front() != '[' && line.front() != '(')) return std::nullopt;
  auto const close = line.substr(0, longest).find(line.front() == '[' ? ']' : ')');
  if (close == line.npos || !text::stage_directions(line.substr(0, close + 1)).empty()) return std::nullopt;
  auto const inside = line.substr(1, close - 1);
  auto const text = text::to_utf32(inside);
  auto const label = speaker_label(text);
  if (!label || label->style != LabelStyle::own_line) return std::nullopt;
  return inside;
}

bool most_have_brackets(std::vector<Caption> const& captions) {
  constexpr std::size_t fewest = 2;  // captions
  std::size_t count = 0;
  for (auto const& caption : captions) count += name_in_brackets(caption.lines.front().text).has_value();
  return count >= fewest && count * 3 >= captions.size();
}

// The size in bytes of the dash at the head of a line; 0 if there is none.
std::size_t dash_size(std::string_view line) {
  for (std::string_view const dash : {"-", "–", "—"}) {
    if (line.starts_with(dash) && line.size() > dash.size() && line[dash.size()] != '-') return dash.size();
  }
  return 0;
}

void take_label(CaptionLine& line, bool trust_names, bool brackets) {
  if (auto const name = brackets ? name_in_brackets(line.text) : std::nullopt) {
    line.voice = *name;
    line.text = text::trimmed(std::string_view(line.text).substr(name->size() + 2));
    line.named = true;
    return;
  }
  auto const dash = dash_size(line.text);
  bool const changes = dash > 0 || line.text.starts_with(change);
  line.text.erase(0, dash);
  auto const text = text::to_utf32(line.text);
  auto const label = label_of(text);
  bool const labelled =
      label && (label->style == LabelStyle::capitals || (label->style == LabelStyle::name && trust_names));
  if (labelled) {
    line.voice = single_spaced(text::to_utf8(label->name));
    line.text = text::to_utf8(std::u32string_view(text).substr(label->speech));
  } else if (changes) {
    line.text.erase(0, std::min(line.text.find_first_not_of("> "), line.text.size()));
  }
  line.named = labelled || changes;
}

}  // namespace

bool take_labels(std::vector<Caption>& captions) {
  auto const is_named = [](Caption const& caption) { return std::ranges::any_of(caption.lines, &CaptionLine::named); };
  if (std::ranges::any_of(captions, is_named)) return false;
  std::ranges::for_each(captions, part_at_changes);
  bool const trust_names = names_recur(captions);
  bool const brackets = most_have_brackets(captions);
  for (auto& caption : captions) {
    for (auto& line : caption.lines) take_label(line, trust_names, brackets);
  }
  return true;
}

}  // namespace quoth::transcripts
