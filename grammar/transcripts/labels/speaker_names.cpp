// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "grammar/transcripts/labels/label_name.hpp"
#include "grammar/transcripts/labels/speech_title.hpp"
#include "grammar/transcripts/lines/line_parsing.hpp"
#include "quoth/error.hpp"
#include "quoth/transcript.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/words.hpp"

namespace quoth {

namespace {

using namespace transcripts::line_parsing;

auto const blank = unicode::char_(U" \t\u00A0");
auto const word_end = !unicode::alpha;
// What introduces a speaker after any words: "Remarks by …", "Statement from …".
auto const by =
    (unicode::string(U"by") | unicode::string(U"By") | unicode::string(U"from") | unicode::string(U"From")) >> +blank;
// Kinds of speeches, after which "of" introduces a speaker too: "Remarks of …". Elsewhere neither "of" nor "by" does:
// "Use of the Base by Reed".
auto const speech = (unicode::string(U"Remarks") | unicode::string(U"Statement") | unicode::string(U"Speech") |
                     unicode::string(U"Address") | unicode::string(U"Testimony") | unicode::string(U"Briefing") |
                     unicode::string(U"Gaggle") | unicode::string(U"Call") | unicode::string(U"Conference") |
                     unicode::string(U"Message") | unicode::string(U"Lecture") | unicode::string(U"Toast") |
                     unicode::string(U"Comments") | unicode::string(U"Interview")) >>
                    -unicode::char_(U's') >> word_end;
auto const before_by = *(unicode::char_ - (blank >> by));
auto const introduction = speech >> ((+blank >> unicode::string(U"of") >> +blank) | (before_by >> blank >> by));
// Words that end a name in a title though they have a capital.
auto const stop = (unicode::string(U"At") | unicode::string(U"On") | unicode::string(U"In") | unicode::string(U"To") |
                   unicode::string(U"Before") | unicode::string(U"After") | unicode::string(U"During") |
                   unicode::string(U"For") | unicode::string(U"Following") | unicode::string(U"With") |
                   unicode::string(U"And") | unicode::string(U"Aboard") | unicode::string(U"Upon")) >>
                  word_end;
auto const name_word = (unicode::upper >> *(unicode::alpha | unicode::char_(U".'’-"))) - stop;
// X3 takes the first alternative that matches, so a longer word comes before one that begins it.
auto const particle = (unicode::string(U"of") | unicode::string(U"der") | unicode::string(U"de") |
                       unicode::string(U"van") | unicode::string(U"von") | unicode::string(U"the")) >>
                      word_end;
auto const name_phrase = name_word >> *(+blank >> (name_word | (+(particle >> +blank) >> name_word)));
auto const conjunction = (-unicode::char_(U',') >> +blank >> unicode::string(U"and") >> +blank);

// The speakers whom a title names: "Remarks by President Reed and Prime Minister Oba at …".
std::vector<std::string> speakers_in_title(std::string const& title) {
  constexpr std::size_t longest = 1'000;  // bytes; each "Remarks" looks for its "by" up to the end
  if (title.size() > longest) return {};
  auto const text = text::to_utf32(title);
  auto const* at = text.data();
  auto const* const last = at + text.size();
  std::vector<std::string> names;
  auto const lead = *(unicode::char_ - introduction) >> introduction;
  if (!x3::parse(at, last, x3::omit[lead])) return names;
  Range range;
  while (x3::parse(at, last, x3::raw[name_phrase], range)) {
    names.push_back(text::to_utf8({range.begin(), range.end()}));
    if (!x3::parse(at, last, x3::omit[conjunction])) break;
  }
  return names;
}

// Whether the label is the office at the head of the name, without the name: "THE PRESIDENT" of "President Reed".
bool is_office_of(std::string_view label, std::string_view name) {
  auto const office = text::split_words(label);
  auto const full = text::split_words(name);
  if (office.size() < 2 || office.key(0) != "the" || full.size() < office.size()) return false;
  for (std::size_t i = 1; i < office.size(); ++i) {
    if (office.key(i) != full.key(i - 1)) return false;
  }
  return true;
}

struct Naming {
  std::string label;
  std::string name;
};

std::vector<Naming> parse_given(std::vector<std::string> const& given) {
  std::vector<Naming> namings;
  for (auto const& entry : given) {
    auto const label = transcripts::label_given(entry);
    if (label.size() + 1 >= entry.size()) {
      throw Error("--speaker \"" + entry + "\": no name; write it as LABEL=NAME, such as \"THE MAYOR=Ana Reed\"");
    }
    namings.push_back({std::string(label), entry.substr(label.size() + 1)});
  }
  return namings;
}

// The name that the title alone gives to a label.
std::string named_by_title(std::string const& label, std::vector<std::string> const& titled) {
  if (label.empty()) return titled.size() == 1 ? titled.front() : std::string();
  for (auto const& name : titled) {
    if (is_office_of(label, name)) return name;
  }
  return {};
}

bool is_written(std::string const& title) {
  auto const words = text::split_words(title);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.key(i) == "statement" || words.key(i) == "message" || words.key(i) == "comments") return true;
  }
  return false;
}

}  // namespace

namespace transcripts {

bool announces_speech(std::string const& title) { return !is_written(title) && !speakers_in_title(title).empty(); }

std::string speaker_in_title(std::string const& title) {
  auto const names = speakers_in_title(title);
  return names.size() == 1 ? names.front() : std::string();
}

}  // namespace transcripts

void name_speakers(Source& source, std::vector<std::string> const& given, std::string_view where) {
  auto const namings = parse_given(given);
  auto const titled = speakers_in_title(source.title);
  std::set<std::string> labels;
  for (auto const& turn : source.utterances) labels.insert(turn.speaker);
  std::set<std::string> settled;
  for (auto const& label : labels) {
    auto& speaker = source.speakers[label];
    auto const naming =
        std::ranges::find_if(namings, [&](Naming const& n) { return transcripts::is_same_label(n.label, label); });
    if (naming != namings.end()) {
      speaker.name = naming->name;
      settled.insert(label);
    }
    if (!speaker.name.empty()) continue;
    speaker.name = named_by_title(label, titled);
    auto const by_label = transcripts::speaker_of_label(label);
    if (speaker.name.empty()) {
      speaker = by_label;
    } else if (!label.empty()) {
      speaker.aliases.push_back(by_label.name);
    }
  }
  transcripts::complete_surnames(source.speakers, settled);
  // Captions, machines and documents seldom name a speaker; their words can still be searched.
  bool const names_expected =
      source.kind != SourceKind::document && source.made != Made::captions && !is_machine_made(source.made);
  if (names_expected && labels.size() == 1 && labels.contains("") && source.speakers[""].name.empty()) {
    throw Error(std::string(where) + ": no line names its speaker; say who speaks with --speaker \"=NAME\"");
  }
  // Where other parts have labels, parts without one have no speaker.
  if (auto const nobody = source.speakers.find(""); nobody != source.speakers.end() && nobody->second.name.empty()) {
    source.speakers.erase(nobody);
  }
}

}  // namespace quoth
