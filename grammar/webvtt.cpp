// SPDX-License-Identifier: MIT
#include "webvtt.hpp"

#include <algorithm>
#include <array>
#include <boost/spirit/home/x3.hpp>
#include <map>
#include <string>
#include <utility>

#include "quoth/error.hpp"
#include "quoth/unicode.hpp"
#include "transcript_label.hpp"

namespace quoth {

namespace {

namespace x3 = boost::spirit::x3;
namespace unicode = boost::spirit::x3::unicode;

using Iterator = char32_t const*;
using Range = boost::iterator_range<Iterator>;

auto const blank = unicode::char_(U" \t");
auto const clock = +(unicode::digit | unicode::char_(U":.,"));
// No tag holds another's opening mark, so a row of them takes linear time.
auto const inside_tag = unicode::char_ - unicode::char_(U"<>");
auto const tag = unicode::char_(U'<') >> *inside_tag >> unicode::char_(U'>');
// <v Ana Reed>, <v.loud Ana Reed>
auto const voice_class = unicode::char_(U'.') >> *(inside_tag - blank);
auto const voice_name = *inside_tag;

std::u32string_view view(Range range) { return {range.begin(), range.end()}; }

struct Cue {
  double start = 0;
  double end = 0;
  std::vector<std::u32string_view> lines;
};

// One speaker's stretch of a cue.
struct Voice {
  std::u32string name;
  std::u32string text;
  bool named = false;  // false where the words go on without a tag or label
};

bool parse_timing(std::u32string_view line, Cue& cue) {
  Range start;
  Range end;
  auto const* at = line.data();
  auto const* const last = at + line.size();
  auto const arrow = *blank >> unicode::string(U"-->") >> *blank;
  if (!x3::parse(at, last, x3::omit[*blank] >> x3::raw[clock], start) || !x3::parse(at, last, x3::omit[arrow]) ||
      !x3::parse(at, last, x3::raw[clock], end)) {
    return false;
  }
  auto const from = clock_time(view(start));
  auto const to = clock_time(view(end));
  if (!from || !to) return false;
  cue.start = *from;
  cue.end = *to;
  return true;
}

std::vector<std::u32string_view> lines_of_file(std::u32string_view text) {
  std::vector<std::u32string_view> lines;
  while (!text.empty()) {
    auto line = text.substr(0, text.find(U'\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with(U'\r')) line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

std::vector<Cue> cues_of(std::u32string_view text, std::string_view where) {
  std::vector<Cue> cues;
  auto const lines = lines_of_file(text);
  bool in_cue = false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto const line = lines[i];
    if (line.empty()) {
      in_cue = false;
    } else if (in_cue) {
      cues.back().lines.push_back(line);
    } else if (line.find(U"-->") != line.npos) {
      Cue cue;
      if (!parse_timing(line, cue)) {
        throw Error(std::string(where) + ":" + std::to_string(i + 1) +
                    ": no WebVTT timing line; correct it or remove the cue");
      }
      cues.push_back(std::move(cue));
      in_cue = true;
    }
  }
  return cues;
}

std::u32string without_entities(std::u32string text) {
  static constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 7> entities{{{U"&lt;", U"<"},
                                                                                                {U"&gt;", U">"},
                                                                                                {U"&nbsp;", U" "},
                                                                                                {U"&lrm;", U""},
                                                                                                {U"&rlm;", U""},
                                                                                                {U"&quot;", U"\""},
                                                                                                {U"&amp;", U"&"}}};
  for (auto const& [name, character] : entities) {
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + character.size())) {
      text.replace(at, name.size(), character);
    }
  }
  return text;
}

// Cuts a line at its voice tags and takes the other tags out.
void add_voices(std::u32string_view line, std::vector<Voice>& voices) {
  auto const* at = line.data();
  auto const* const last = at + line.size();
  voices.push_back({});
  while (at != last) {
    Range name;
    auto const opening = unicode::string(U"<v") >> -voice_class >> +blank;
    auto mark = at;
    if (x3::parse(mark, last, x3::omit[opening] >> x3::raw[voice_name] >> x3::omit[unicode::char_(U'>')], name)) {
      voices.push_back({std::u32string(view(name)), {}, true});
      at = mark;
    } else if (*at != U'<' || !x3::parse(at, last, x3::omit[tag])) {
      voices.back().text.push_back(*at++);
    }
  }
}

// Labels inside the text count where the file has no voice tags.
void take_labels(std::vector<Voice>& voices, bool trust_names) {
  for (auto& voice : voices) {
    auto const label = speaker_label(voice.text);
    if (!label || (label->style == LabelStyle::name && !trust_names)) continue;
    voice.name = label->name;
    voice.named = true;
    voice.text.erase(0, label->speech);
  }
}

bool ends_sentence(std::string_view text) {
  auto const last = text.find_last_not_of("\"')]");
  return last != text.npos && (text[last] == '.' || text[last] == '?' || text[last] == '!');
}

// Turns shorter than this are joined with what follows, so that a passage seldom crosses their borders.
constexpr std::size_t shortest_turn = 120;  // bytes

void add_turn(std::vector<Utterance>& turns, std::string const& speaker, Cue const& cue, std::string const& text) {
  if (!turns.empty() && turns.back().speaker == speaker &&
      (turns.back().text.size() < shortest_turn || !ends_sentence(turns.back().text))) {
    turns.back().text += " " + text;
    turns.back().end = cue.end;
  } else {
    turns.push_back({speaker, cue.start, cue.end, text});
  }
}

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(" \t"));
  text.erase(text.find_last_not_of(" \t") + 1);
  return text;
}

// Names before a colon are labels once two lines agree on one.
bool names_recur(std::vector<std::vector<Voice>> const& cues) {
  std::map<std::u32string, int> count;
  for (auto const& voices : cues) {
    for (auto const& voice : voices) {
      auto const label = speaker_label(voice.text);
      if (label && label->style == LabelStyle::name && ++count[std::u32string(label->name)] > 1) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Utterance> parse_webvtt(std::u32string_view text, std::string_view where) {
  auto const cues = cues_of(text, where);
  std::vector<std::vector<Voice>> voices(cues.size());
  bool tagged = false;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    for (auto const line : cues[i].lines) add_voices(line, voices[i]);
    tagged = tagged || std::ranges::any_of(voices[i], &Voice::named);
  }
  if (!tagged) {
    bool const trust_names = names_recur(voices);
    for (auto& cue : voices) take_labels(cue, trust_names);
  }
  std::vector<Utterance> turns;
  std::string speaker;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    for (auto& voice : voices[i]) {
      if (voice.named) speaker = trimmed(to_utf8(without_entities(voice.name)));
      auto const speech = trimmed(to_utf8(without_entities(std::move(voice.text))));
      if (!speech.empty()) add_turn(turns, speaker, cues[i], speech);
    }
  }
  return turns;
}

}  // namespace quoth
