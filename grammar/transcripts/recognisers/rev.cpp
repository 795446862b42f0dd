// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/clock.hpp"
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/unicode/unicode.hpp"

// Rev AI and Rev: https://docs.rev.ai/api/asynchronous/reference/
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) { return file.json()["monologues"].is_array(); }

// Rev AI gives seconds, Rev "00:01:02,500".
std::optional<double> time_of(text::JsonValue element, std::string_view seconds, std::string_view clock) {
  if (auto const time = element[seconds].number()) return time;
  return clock_time(text::to_utf32(element[clock].string()));
}

void add_monologue(text::JsonValue monologue, std::string const& speaker, TurnJoiner& turns) {
  // Elements contain their own blanks; a piece goes up to the end of a sentence.
  std::string text;
  std::optional<double> start;
  std::optional<double> end;
  std::vector<HeardItem> items;
  auto const hand_over = [&] {
    auto const spaced = single_spaced(text);
    turns.add({speaker, start, end, spaced, false, heard_words(spaced, items)});
    text.clear();
    items.clear();
    start.reset();
  };
  bool after_text = false;
  monologue["elements"].each([&](text::JsonValue element) {
    bool const is_text = element["type"].string() == "text";
    if (is_text && after_text) text += ' ';
    after_text = is_text;
    text += element["value"].string();
    auto const from = time_of(element, "ts", "timestamp");
    if (is_text) items.push_back({element["value"].string(), heard(from, element["confidence"].number())});
    if (!start) start = from;
    if (auto const until = time_of(element, "end_ts", "end_timestamp")) end = until;
    if (!is_text && text.find_first_of(".?!") != text.npos) hand_over();
  });
  hand_over();
}

// Whether it is of Rev's transcribers, whose files give times as a clock and no confidences.
bool is_by_people(text::JsonValue root) {
  bool people = false;
  bool machine = false;
  root["monologues"].each([&](text::JsonValue monologue) {
    monologue["elements"].each([&](text::JsonValue element) {
      people = people || element["timestamp"].string().find(':') != std::string_view::npos;
      machine = machine || element["ts"] || element["confidence"];
    });
  });
  return people && !machine;
}

Source read(text::FileContent& file) {
  Source source;
  source.made = is_by_people(file.json()) ? Made::edited : Made::asr;
  source.made_known = true;
  file.json()["speakers"].each(
      [&](text::JsonValue speaker) { source.speakers[speaker["id"].label()].name = speaker["name"].string(); });
  TurnJoiner turns;
  file.json()["monologues"].each([&](text::JsonValue monologue) {
    auto const label = monologue["speaker"].label();
    auto name = monologue["speaker_name"].string();
    if (name.empty()) name = monologue["speaker_info"]["display_name"].string();
    if (!name.empty()) source.speakers[label].name = name;
    add_monologue(monologue, label, turns);
  });
  source.utterances = turns.take();
  name_diarized(source);
  return source;
}

}  // namespace

TranscriptFormat const rev_format{"rev", "Rev JSON", "", recognises, read};

}  // namespace quoth::transcripts
