// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "grammar/transcripts/lines/clock.hpp"
#include "grammar/transcripts/lines/heard_words.hpp"
#include "grammar/transcripts/lines/line_parsing.hpp"
#include "quoth/error.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

namespace quoth::transcripts {

namespace {

using namespace line_parsing;

auto const blank = unicode::char_(U" \t");
auto const clock = +(unicode::digit | unicode::char_(U":.,"));
// A tag cannot hold "<", so that a long row of "<" takes linear time.
auto const inside_tag = unicode::char_ - unicode::char_(U"<>");
// "<i>", "</c>"; SubRip has "{\an8}" too. "a < b" is not a tag.
auto const tag =
    (unicode::char_(U'<') >> (unicode::char_(U'/') | unicode::alnum) >> *inside_tag >> unicode::char_(U'>')) |
    (unicode::string(U"{\\") >> *(unicode::char_ - unicode::char_(U"{}")) >> unicode::char_(U'}'));
// A voice tag: <v Ana Reed>, <v.loud Ana Reed>.
auto const voice_class = unicode::char_(U'.') >> *(inside_tag - blank);
auto const voice_name = *inside_tag;

auto const voice_opening = unicode::string(U"<v") >> -voice_class >> +blank;
auto const voice_tag = x3::omit[voice_opening] >> x3::raw[voice_name] >> x3::omit[unicode::char_(U'>')];

// A time inside a caption: <00:00:01.500>.
auto const time_tag = x3::omit[unicode::char_(U'<')] >> x3::raw[clock] >> x3::omit[unicode::char_(U'>')];

bool parse_timing(std::u32string_view line, Caption& caption) {
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
  caption.start = *from;
  caption.end = *to;
  return true;
}

std::string resolved(std::u32string_view text) {
  static constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 8> entities{{{U"&lt;", U"<"},
                                                                                                {U"&gt;", U">"},
                                                                                                {U"&nbsp;", U" "},
                                                                                                {U"&lrm;", U""},
                                                                                                {U"&rlm;", U""},
                                                                                                {U"&quot;", U"\""},
                                                                                                {U"&#39;", U"'"},
                                                                                                {U"&amp;", U"&"}}};
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    auto const rest = text.substr(at);
    auto const* const entity =
        rest.front() == U'&'
            ? std::ranges::find_if(entities, [&](auto const& one) { return rest.starts_with(one.first); })
            : entities.end();
    characters += entity == entities.end() ? rest.substr(0, 1) : entity->second;
    at += entity == entities.end() ? 1 : entity->first.size();
  }
  return text::to_utf8(characters);
}

// The parts of a line between the time tags in it, each with its time: "we <00:01.500>opened <00:02.000>the lock".
class TimedParts {
 public:
  void add(std::u32string const& text) {
    if (!text.empty()) parts_.emplace_back(resolved(text), heard(time_));
  }
  void set_time(std::optional<double> time) {
    time_ = time;
    any_ = true;
  }

  // The words of the whole line; nothing where it has no times.
  std::vector<HeardWord> words(std::string_view line) const {
    if (!any_) return {};
    std::vector<HeardItem> items;
    items.reserve(parts_.size());
    for (auto const& [text, word] : parts_) items.push_back({text, word});
    return heard_words(line, items);
  }

 private:
  std::vector<std::pair<std::string, HeardWord>> parts_;
  std::optional<double> time_;
  bool any_ = false;
};

// Splits a line at its voice tags and removes the other tags.
void add_line(std::string_view utf8, std::vector<CaptionLine>& lines) {
  if (utf8.find_first_of("<{&") == utf8.npos) {
    lines.push_back({std::string(utf8), {}, false});
    return;
  }
  auto const line = text::to_utf32(utf8);
  auto const* at = line.data();
  auto const* const last = at + line.size();
  std::u32string text;  // of the line
  std::u32string part;  // behind the last time tag
  TimedParts parts;
  lines.push_back({});
  auto const end_part = [&] {
    parts.add(part);
    text += std::exchange(part, {});
  };
  auto const end_line = [&] {
    end_part();
    lines.back().text = resolved(std::exchange(text, {}));
    lines.back().words = std::exchange(parts, {}).words(lines.back().text);
  };
  while (at != last) {
    Range name;
    Range time;
    auto mark = at;
    if (*at == U'<' && x3::parse(mark, last, voice_tag, name)) {
      end_line();
      lines.push_back({{}, resolved(view(name)), true});
      at = mark;
    } else if (*at == U'<' && x3::parse(mark = at, last, time_tag, time)) {
      end_part();
      parts.set_time(clock_time(view(time)));
      at = mark;
    } else if ((*at != U'<' && *at != U'{') || !x3::parse(at, last, tag)) {
      part.push_back(*at++);
    }
  }
  end_line();
}

// Microsoft Stream writes before each caption how sure it is: "NOTE Confidence: 0.91".
constexpr std::string_view confidence_note = "NOTE Confidence:";

std::optional<double> noted_confidence(std::string_view line) {
  if (!line.starts_with(confidence_note)) return std::nullopt;
  auto const number = text::trimmed(line.substr(confidence_note.size()));
  double confidence = 0;
  auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), confidence);
  return error == std::errc{} ? std::optional(confidence) : std::nullopt;
}

void set_confidence(std::span<CaptionLine> lines, double confidence) {
  for (auto& line : lines) {
    if (line.words.empty()) line.words = heard_as_one(line.text, heard({}, confidence));
  }
}

bool is_number(std::string_view text) { return !text.empty() && std::ranges::all_of(text, text::is_ascii_digit); }

// Removes and returns the first line, without its line break, LF or CR LF.
std::string_view take_any_line(std::string_view& text) {
  auto line = text::take_line(text);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::vector<Caption> parse_caption_file(std::string_view utf8, std::string_view where) {
  std::vector<Caption> captions;
  bool in_caption = false;
  std::string_view before;
  std::string_view line;
  std::optional<double> confidence;
  for (std::size_t number = 1; !utf8.empty(); ++number, before = line) {
    line = take_any_line(utf8);
    if (line.empty()) {
      in_caption = false;
    } else if (line.find("-->") != line.npos) {
      Caption caption;
      if (parse_timing(text::to_utf32(line), caption)) {
        // Where no blank line is between two captions, the number of this one was read as text of the one before.
        if (in_caption && !captions.back().lines.empty() && is_number(before)) captions.back().lines.pop_back();
        captions.push_back(std::move(caption));
        in_caption = true;
      } else if (!in_caption) {
        throw Error(std::string(where) + ":" + std::to_string(number) +
                    ": no timing line such as 00:01.000 --> 00:02.000; correct it or remove the cue");
      }
    } else if (in_caption) {
      auto& lines = captions.back().lines;
      auto const read = lines.size();
      add_line(line, lines);
      if (confidence) set_confidence(std::span(lines).subspan(read), *confidence);
    } else if (line.starts_with("NOTE")) {
      confidence = noted_confidence(line);
    }
  }
  return captions;
}

}  // namespace quoth::transcripts
