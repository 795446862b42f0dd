// SPDX-License-Identifier: MIT
#include "quoth/transcript.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "grammar_data.hpp"
#include "quoth/data_lines.hpp"
#include "quoth/document.hpp"
#include "quoth/error.hpp"
#include "quoth/unicode.hpp"
#include "quoth/words.hpp"
#include "transcript_label.hpp"
#include "webvtt.hpp"

namespace quoth {

namespace {

// What stands before the first label is a heading; a longer stretch is speech whose label is missing.
constexpr std::size_t longest_heading = 60;

struct Line {
  std::u32string_view text;
  std::optional<SpeakerLabel> label;
};

bool is_header_field(std::u32string_view name) {
  static auto const fields = lines_of(embedded::header_fields);
  static std::unordered_set<std::string_view> const known(fields.begin(), fields.end());
  auto const words = split_words(to_utf8(name));
  return !words.empty() && known.contains(words.key(0));
}

std::u32string_view trimmed(std::u32string_view text) {
  constexpr std::u32string_view blanks = U" \t\r\n\u00A0";
  auto const first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<Line> lines_with_labels(std::u32string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find(U'\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    lines.push_back({line, speaker_label(line)});
    if (lines.back().label && is_header_field(lines.back().label->name)) lines.back().label.reset();
  }
  return lines;
}

// One style of label rules a transcript: where capitals are labels, "Note:" is a word of the speech; a lone "Q" or
// name with a colon proves nothing.
void keep_ruling_style(std::vector<Line>& lines) {
  std::map<LabelStyle, std::size_t> count;
  for (auto const& line : lines) {
    if (line.label) ++count[line.label->style];
  }
  bool const capitals = count[LabelStyle::capitals] > 0;
  bool const names = !capitals && count[LabelStyle::name] > 1;
  bool const questions = capitals || names || count[LabelStyle::question_answer] > 1;
  for (auto& line : lines) {
    if (!line.label) continue;
    auto const style = line.label->style;
    if ((style == LabelStyle::name && !names) || (style == LabelStyle::question_answer && !questions))
      line.label.reset();
  }
}

// Gathers lines into turns: lines of a paragraph are joined by a blank, paragraphs by a line break.
class TurnBuilder {
 public:
  void start(SpeakerLabel const& label) {
    finish();
    speaker_ = to_utf8(trimmed(label.name));
    time_ = label.time;
  }

  void add(std::u32string_view speech) {
    speech = trimmed(speech);
    if (speech.empty()) {
      paragraph_ends_ = true;
      return;
    }
    if (is_hour_line(speech)) return;
    if (!text_.empty()) text_ += paragraph_ends_ ? "\n" : " ";
    text_ += to_utf8(speech);
    paragraph_ends_ = false;
  }

  std::vector<Utterance> take() {
    finish();
    bool const any_label = std::ranges::any_of(turns_, [](Utterance const& turn) { return !turn.speaker.empty(); });
    if (any_label && turns_.front().speaker.empty() && split_words(turns_.front().text).size() <= longest_heading) {
      turns_.erase(turns_.begin());
    }
    return std::move(turns_);
  }

 private:
  void finish() {
    if (!text_.empty()) turns_.push_back({speaker_, time_, {}, text_});
    text_.clear();
    paragraph_ends_ = false;
  }

  std::vector<Utterance> turns_;
  std::string speaker_;
  std::optional<double> time_;
  std::string text_;
  bool paragraph_ends_ = false;
};

std::vector<Utterance> turns_of(std::u32string_view text) {
  auto lines = lines_with_labels(text);
  keep_ruling_style(lines);
  TurnBuilder turns;
  for (auto const& line : lines) {
    if (line.label) turns.start(*line.label);
    turns.add(line.label ? line.text.substr(line.label->speech) : line.text);
  }
  return turns.take();
}

}  // namespace

TranscriptFormat transcript_format(std::u32string_view text) {
  if (text.starts_with(U"WEBVTT")) return TranscriptFormat::webvtt;
  if (text.starts_with(U"---\n") || text.starts_with(U"---\r\n")) return TranscriptFormat::markdown;
  if (text.starts_with(U"**") || text.find(U"\n**") != text.npos) return TranscriptFormat::markdown;
  return TranscriptFormat::plain;
}

Source parse_transcript(std::u32string_view text, TranscriptFormat format, std::string_view where) {
  Source source;
  if (format == TranscriptFormat::webvtt) {
    source.kind = TranscriptKind::captions;
    source.utterances = parse_webvtt(text, where);
  } else if (format == TranscriptFormat::markdown) {
    auto const document = markdown_document(std::string(where), text);
    source.title = document.title;
    source.date = document.date;
    source.url = document.url;
    source.utterances = turns_of(document.text());
  } else {
    source.utterances = turns_of(text);
  }
  auto const has_words = [](Utterance const& turn) { return !split_words(turn.text).empty(); };
  if (std::ranges::none_of(source.utterances, has_words)) {
    throw Error(std::string(where) + ": holds no words; give a transcript with text");
  }
  return source;
}

}  // namespace quoth
