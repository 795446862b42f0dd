// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>

#include "grammar/transcripts/kind/turn_evidence.hpp"
#include "grammar/transcripts/labels/label_style.hpp"
#include "grammar/transcripts/labels/member_name.hpp"
#include "grammar/transcripts/labels/speech_title.hpp"
#include "grammar/transcripts/labels/sworn_witness.hpp"
#include "grammar/transcripts/lines/transcript_lines.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/made/machine_lines.hpp"
#include "grammar/transcripts/made/machine_text.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

// In words. Text before the first label is a heading; a longer one is speech whose label is missing.
constexpr std::uint32_t longest_heading = 60;

// Whether times of four fields end in frames and not, after days, in seconds: no last field reaches 30.
bool clocks_have_frames(std::vector<LabelledLine> const& lines) {
  constexpr double frames = 30;  // a second, at most
  return std::ranges::none_of(lines, [](LabelledLine const& line) {
    return line.is_clock && clock_line(line.line.text)->last_field >= frames;
  });
}

// Whether the line is boilerplate of transcribers or their programs, or a rule between turns.
bool is_furniture(std::u32string_view line) {
  if (line.starts_with(U"Transcribed by http")) return true;
  if (line.ends_with(U" started transcription") || line.ends_with(U" stopped transcription")) return line.size() < 80;
  return line.size() > 3 && line.find_first_not_of(U"_-*=—– ") == line.npos;
}

// "Ms. Okonjo of Skarvik" for "Ms. OKONJO of Skarvik".
std::string record_name(std::u32string_view label) {
  std::string name;
  for (std::size_t at = 0; at < label.size();) {
    auto const end = std::min(label.find(U' ', at), label.size());
    name += (name.empty() ? "" : " ") + text::in_ordinary_capitals(text::to_utf8(label.substr(at, end - at)));
    at = end + 1;
  }
  return name;
}

// Gathers lines into turns: lines of a paragraph are joined by a blank, paragraphs by a line break.
class TurnBuilder {
 public:
  explicit TurnBuilder(Source& source) : source_(source) {}

  void start(SpeakerLabel const& label) {
    finish();
    speaker_ = single_spaced(text::to_utf8(label.name));
    time_ = label.time;
    if (label.style == LabelStyle::question_answer) {
      if (!label.description.empty()) name_questioner(label.description);
      speaker_ = person_of(speaker_);
    } else if (speaker_ == "THE WITNESS" && !witness_.empty()) {
      speaker_ = witness_;
    } else {
      describe(label);
    }
  }

  // Ends the turn; what follows has no speaker.
  void forget_speaker() {
    finish();
    speaker_.clear();
  }

  void set_time(double time) {
    if (!time_) time_ = time;
  }

  // "BY MS. REED:" in a deposition: she asks the questions that follow. False for other labels.
  bool names_questioner(SpeakerLabel const& label) {
    if (!label.name.starts_with(U"BY ")) return false;
    finish();
    name_questioner(label.name);
    speaker_ = questioner_;
    return true;
  }

  void set_witness(std::u32string_view name) {
    forget_speaker();
    witness_ = text::to_utf8(name);
  }

  void add(std::u32string_view speech, bool opens_paragraph, PrintedPlace place) {
    speech = text::trimmed(speech);
    if (speech.empty() || is_hour_line(speech) || is_furniture(speech)) return;
    if (!text_.empty()) text_ += opens_paragraph ? "\n" : " ";
    mark(place);
    auto words = without_clocks(speech);
    // Runs of blanks are left from justified print.
    if (words.find("   ") != std::string::npos) words = single_spaced(words);
    if (text_.empty())
      text_ = std::move(words);
    else
      text_ += words;
  }

  void take() {
    finish();
    auto& turns = source_.utterances;
    bool const any_label = std::ranges::any_of(turns, [](Utterance const& turn) { return !turn.speaker.empty(); });
    if (any_label && turns.front().speaker.empty() && !text::has_more_words(turns.front().text, longest_heading))
      leave_out_first_turn(source_);
  }

 private:
  // Takes the name from "BY MS. REED" or "(By Ms. Reed)".
  void name_questioner(std::u32string_view by) {
    constexpr std::size_t word = 3;  // characters of "BY "
    if (by.starts_with(U'(')) by = by.substr(1, by.size() - 2);
    questioner_ = single_spaced(text::to_utf8(by.substr(word)));
    while (questioner_.ends_with(':')) questioner_.pop_back();
  }

  std::string person_of(std::string const& letter) const {
    auto const& person = letter == "Q" ? questioner_ : witness_;
    return person.empty() ? letter : person;
  }

  void describe(SpeakerLabel const& label) {
    auto& speaker = source_.speakers[speaker_];
    if (!label.description.empty() && speaker.role.empty()) {
      bool const brackets = label.description.front() == U'(' || label.description.front() == U'[';
      auto described =
          member_of(text::to_utf8(label.name) + (brackets ? " " : " -- ") + text::to_utf8(label.description));
      if (!described.role.empty()) speaker = std::move(described);
    }
    if (label.style == LabelStyle::record && speaker.name.empty()) speaker.name = record_name(label.name);
  }

  // Notes where in print the text comes from. A line without a number is noted only where its page is new.
  void mark(PrintedPlace place) {
    if (place.page == 0 && place.line == 0) return;
    if (place == last_place_ && !text_.empty()) return;
    last_place_ = place;
    auto const turn = static_cast<std::uint32_t>(source_.utterances.size());
    auto const page = place.page == 0 ? std::string() : page_name(place);
    source_.printed.push_back({turn, static_cast<std::uint32_t>(text_.size()), page, place.line});
  }

  void finish() {
    if (text_.empty()) return;
    text_.shrink_to_fit();
    source_.utterances.push_back({speaker_, time_, {}, std::move(text_)});
    text_.clear();
    time_.reset();
  }

  Source& source_;
  std::string speaker_;
  std::string questioner_;
  std::string witness_;
  std::optional<double> time_;
  std::string text_;
  PrintedPlace last_place_;
};

// Whether there are no labels but times before the words, as caption programs print them.
bool is_timed_only(std::vector<LabelledLine> const& lines) {
  constexpr std::size_t fewest = 3;  // lines with a time
  std::size_t times = 0;
  for (auto const& line : lines) {
    if (line.label) return false;
    times += line.is_clock || line.has_clock;
  }
  return times >= fewest && times * 4 >= lines.size();
}

void read_timed(std::vector<LabelledLine> const& lines, bool frames, Source& source) {
  TurnJoiner turns;
  std::optional<double> time;
  for (auto const& line : lines) {
    if (line.is_clock) time = seconds_of(*clock_line(line.line.text), frames);
    if (line.is_clock || line.line.heading) continue;
    auto const head = line.has_clock ? clock_head(line.line.text).value() : ClockHead();
    if (line.has_clock) time = head.seconds;
    turns.add({{}, time, {}, text::to_utf8(text::trimmed(line.line.text.substr(head.speech))), false});
  }
  source.utterances = turns.take();
  source.made = lacks_punctuation(source.utterances) ? Made::asr : Made::captions;
}

// A transcript where there are turns of speakers, or speech that a machine heard, or that the title announces.
SourceKind kind_of(std::vector<LabelledLine> const& lines, Source const& source) {
  bool const heard = source.made == Made::asr && is_running_text(lines);
  bool const turns = heard || turn_evidence(lines).tells_turns() || announces_speech(source.title);
  return turns ? SourceKind::transcript : SourceKind::document;
}

}  // namespace

void leave_out_first_turn(Source& source) {
  source.utterances.erase(source.utterances.begin());
  std::erase_if(source.printed, [](PrintedLine const& line) { return line.utterance == 0; });
  for (auto& line : source.printed) --line.utterance;
}

void read_turns(std::vector<TranscriptLine>&& transcript, Source& source) {
  bool const machine_made = tell_machine(transcript);
  auto const lines = with_labels(std::move(transcript));
  bool const frames = clocks_have_frames(lines);
  if (is_timed_only(lines)) {
    read_timed(lines, frames, source);
    if (machine_made) source.made = Made::asr;
    return;
  }
  // Reserves all: growing would hold the turns twice.
  source.utterances.reserve(static_cast<std::size_t>(
      std::ranges::count_if(lines, [](LabelledLine const& line) { return line.label.has_value(); }) + 1));
  TurnBuilder turns(source);
  std::optional<double> clock;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const& [line, label, is_clock, has_clock] = lines[i];
    if (is_clock) {
      clock = seconds_of(*clock_line(line.text), frames);
      continue;
    }
    auto const head = has_clock ? clock_head(line.text) : std::nullopt;
    if (label && !turns.names_questioner(*label)) turns.start(*label);
    if (auto const witness = sworn_witness(lines, i); !witness.empty()) turns.set_witness(witness);
    bool const changes = !label && line.text.starts_with(U">>");
    if ((line.heading || changes || is_examination_heading(line.text)) && !label) turns.forget_speaker();
    if (clock) turns.set_time(*std::exchange(clock, std::nullopt));
    if (head) turns.set_time(head->seconds);
    if (line.heading || is_examination_heading(line.text)) continue;
    auto const speech = label ? label->speech : head ? head->speech : changes ? std::size_t{2} : 0;
    turns.add(line.text.substr(speech), line.opens_paragraph && !label, line.place);
  }
  turns.take();
  if (machine_made || lacks_punctuation(source.utterances)) source.made = Made::asr;
  source.kind = kind_of(lines, source);
}

}  // namespace quoth::transcripts
