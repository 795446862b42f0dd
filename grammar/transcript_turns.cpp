// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "grammar_data.hpp"
#include "quoth/data_lines.hpp"
#include "quoth/unicode.hpp"
#include "quoth/words.hpp"
#include "transcript_label.hpp"
#include "transcript_lines.hpp"

namespace quoth {

namespace {

// What stands before the first label is a heading; a longer stretch is speech whose label is missing.
constexpr std::size_t longest_heading = 60;

struct Line {
  TranscriptLine line;
  std::optional<SpeakerLabel> label;
  std::optional<Clock> clock;  // where the line is nothing but a time
};

// "Date:" at the head of a transcript is no speaker; "Chair Reed:" is, and so is "CHAIR:" where it comes again.
bool is_header_field(std::u32string_view name, bool recurs) {
  static auto const fields = lines_of(embedded::header_fields);
  static std::unordered_set<std::string_view> const known(fields.begin(), fields.end());
  static std::unordered_set<std::string_view> const people{"chair",       "court",       "guest",  "host",
                                                           "interviewee", "interviewer", "speaker"};
  auto const words = split_words(to_utf8(name));
  if (words.empty() || !known.contains(words.key(0))) return false;
  return !people.contains(words.key(0)) || (words.size() == 1 && !recurs);
}

void drop_header_fields(std::vector<Line>& lines) {
  std::map<std::u32string_view, std::size_t> count;
  for (auto const& line : lines) {
    if (line.label) ++count[line.label->name];
  }
  for (auto& line : lines) {
    if (line.label && is_header_field(line.label->name, count[line.label->name] > 1)) line.label.reset();
  }
}

std::u32string_view trimmed(std::u32string_view text) {
  constexpr std::u32string_view blanks = U" \t\r\n\u00A0";
  auto const first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<Line> with_labels(std::vector<TranscriptLine> const& lines) {
  std::vector<Line> result;
  for (auto const& line : lines) {
    Line entry{line, speaker_label(line.text), clock_line(line.text)};
    if (entry.clock || is_hour_line(line.text)) entry.label.reset();
    // A heading may name who speaks; "Questions: part one" does not.
    if (line.heading && entry.label && entry.label->speech < line.text.size()) entry.label.reset();
    bool const after_clock = !result.empty() && result.back().clock;
    // Names on a line of their own stand above what they said.
    if (entry.label && entry.label->style == LabelStyle::own_line && !line.opens_paragraph && !after_clock) {
      entry.label.reset();
    }
    result.push_back(entry);
  }
  return result;
}

class Ruling {
 public:
  explicit Ruling(std::vector<Line> const& lines) {
    std::map<LabelStyle, std::size_t> count;
    std::map<std::u32string, std::size_t> alone;
    bool asked = false;
    bool full_names = false;
    std::size_t paragraphs = 0;
    for (auto const& line : lines) {
      paragraphs += line.line.opens_paragraph && !line.line.heading;
      if (!line.label) continue;
      asked = asked || line.label->name == U"Q";
      // Words before a colon are everywhere in prose; names of several are not.
      full_names =
          full_names || (line.label->style == LabelStyle::name && line.label->name.find(U' ') != std::u32string::npos);
      ++count[line.label->style];
      if (line.label->style == LabelStyle::own_line)
        most_alone_ = std::max(most_alone_, ++alone[std::u32string(line.label->name)]);
    }
    names_ = count[LabelStyle::name] > 1 && count[LabelStyle::name] >= 4 * count[LabelStyle::capitals];
    capitals_ = count[LabelStyle::capitals] > 0;
    record_ = !capitals_ && !names_ && count[LabelStyle::record] > 1;
    timed_ = count[LabelStyle::own_line_timed] > 1;
    alone_ = !capitals_ && !names_ && !record_ && !timed_ && most_alone_ > 1;
    names_ = names_ && (full_names || count[LabelStyle::name] * 4 >= paragraphs);
    questions_ = asked && (capitals_ || names_ || count[LabelStyle::question_answer] > 1);
  }

  // One style of label rules a transcript: where capitals are labels, "Note:" is a word of the speech; a lone "Q" or
  // name with a colon proves nothing.
  bool accepts(LabelStyle style) const {
    switch (style) {
      case LabelStyle::capitals:
        return capitals_;
      case LabelStyle::name:
        return names_;
      case LabelStyle::record:
        return record_;
      case LabelStyle::own_line_timed:
        return timed_;
      case LabelStyle::own_line:
        return alone_;
      case LabelStyle::question_answer:
        return questions_;
    }
    return false;
  }

 private:
  bool names_ = false;
  bool capitals_ = false;
  bool record_ = false;
  bool timed_ = false;
  bool alone_ = false;
  bool questions_ = false;
  std::size_t most_alone_ = 0;
};

void keep_ruling_style(std::vector<Line>& lines) {
  Ruling const ruling(lines);
  for (auto& line : lines) {
    if (line.label && !ruling.accepts(line.label->style)) line.label.reset();
  }
}

// Four fields end in frames of a film, or in seconds after days; frames are fewer than seconds.
bool clocks_have_frames(std::vector<Line> const& lines) {
  return std::ranges::none_of(lines, [](Line const& line) { return line.clock && line.clock->last_field >= 30; });
}

// Gathers lines into turns: lines of a paragraph are joined by a blank, paragraphs by a line break.
class TurnBuilder {
 public:
  void start(SpeakerLabel const& label) {
    finish();
    speaker_ = to_utf8(trimmed(label.name));
    if (label.style == LabelStyle::question_answer) speaker_ = questioner_or(speaker_);
    time_ = label.time;
  }

  // What follows is said by nobody named.
  void forget_speaker() {
    finish();
    speaker_.clear();
  }

  void set_time(double time) {
    if (!time_) time_ = time;
  }

  // "BY MS. REED:" in a deposition: the questions that follow are hers.
  bool names_questioner(std::u32string_view name) {
    constexpr std::u32string_view by = U"BY ";
    if (!name.starts_with(by)) return false;
    finish();
    questioner_ = to_utf8(name.substr(by.size()));
    speaker_ = questioner_;
    return true;
  }

  void add(std::u32string_view speech, bool opens_paragraph) {
    speech = trimmed(speech);
    if (speech.empty() || is_hour_line(speech) || speech.starts_with(U"Transcribed by http")) return;
    if (!text_.empty()) text_ += opens_paragraph ? "\n" : " ";
    text_ += to_utf8(without_clocks(speech));
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
  std::string questioner_or(std::string const& label) const {
    return label == "Q" && !questioner_.empty() ? questioner_ : label;
  }

  void finish() {
    if (text_.empty()) return;
    turns_.push_back({speaker_, time_, {}, text_});
    text_.clear();
    time_.reset();
  }

  std::vector<Utterance> turns_;
  std::string speaker_;
  std::string questioner_;
  std::optional<double> time_;
  std::string text_;
};

}  // namespace

std::vector<Utterance> turns_of(std::vector<TranscriptLine> const& transcript) {
  auto lines = with_labels(transcript);
  drop_header_fields(lines);
  keep_ruling_style(lines);
  bool const frames = clocks_have_frames(lines);
  TurnBuilder turns;
  std::optional<double> clock;
  for (auto const& [line, label, time] : lines) {
    if (time) {
      clock = seconds_of(*time, frames);
      continue;
    }
    if (label && !turns.names_questioner(label->name)) turns.start(*label);
    if (line.heading && !label) turns.forget_speaker();
    if (clock) turns.set_time(*std::exchange(clock, std::nullopt));
    if (line.heading) continue;
    turns.add(label ? line.text.substr(label->speech) : line.text, line.opens_paragraph && !label);
  }
  return turns.take();
}

}  // namespace quoth
