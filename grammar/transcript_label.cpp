// SPDX-License-Identifier: MIT
#include "transcript_label.hpp"

#include <array>
#include <boost/spirit/home/x3.hpp>

namespace quoth {

namespace {

namespace x3 = boost::spirit::x3;
namespace unicode = boost::spirit::x3::unicode;

using Iterator = char32_t const*;
using Range = boost::iterator_range<Iterator>;

// White space inside a line; transcribers use no-break spaces too.
auto const blank = unicode::char_(U" \t\u00A0");
auto const digits = +unicode::digit;

auto const clock = x3::repeat(1, 2)[digits >> unicode::char_(U':')] >> digits >> -(unicode::char_(U".,") >> digits);
auto const bracketed_clock = (unicode::char_(U"[(") >> *blank >> clock >> *blank >> unicode::char_(U"])")) | clock;
auto const dash = unicode::char_(U"-–—|,•·");

// "McDONALD" and "DeSANTIS" have small letters at the head of a word in capitals.
auto const name_prefix = unicode::string(U"Mac") | unicode::string(U"Mc") | unicode::string(U"De") |
                         unicode::string(U"Di") | unicode::string(U"La") | unicode::string(U"Le") |
                         unicode::string(U"Van") | unicode::string(U"Fitz");
auto const name_mark = unicode::char_(U".'’‑&#/-");
auto const capitals_word = -(name_prefix >> &unicode::upper) >> (unicode::upper | unicode::char_(U'#')) >>
                           *(unicode::upper | unicode::digit | name_mark | unicode::string(U"c") >> &unicode::upper) >>
                           !unicode::alpha;
auto const particle =
    (unicode::string(U"van") | unicode::string(U"von") | unicode::string(U"der") | unicode::string(U"den") |
     unicode::string(U"de") | unicode::string(U"la") | unicode::string(U"del") | unicode::string(U"bin") |
     unicode::string(U"of") | unicode::string(U"the") | unicode::string(U"and") | unicode::string(U"for")) >>
    &blank;
auto const name_word = unicode::upper >> *(unicode::alpha | unicode::digit | name_mark | unicode::char_(U'.'));

// "(via translator)", "(D-Iowa)"
auto const remark = *blank >> unicode::char_(U'(') >>
                    *(unicode::char_ - unicode::char_(U"()\n:")) >> unicode::char_(U')');
auto const end_of_line = *blank >> -unicode::char_(U'\r') >> x3::eoi;
// "Ms. REED of Lower Lock. I rise": a form of address, the name in capitals, a stop.
auto const address = unicode::string(U"Mr") | unicode::string(U"Mrs") | unicode::string(U"Ms") |
                     unicode::string(U"Miss") | unicode::string(U"Dr") | unicode::string(U"The");
auto const record_word = unicode::upper >> unicode::upper >> *(unicode::upper | unicode::char_(U"'’-"));
auto const comma = unicode::char_(U',');
// A colon inside an hour or an address ends no label.
auto const colon = *blank >> unicode::char_(U':') >> !(unicode::char_(U'/') | unicode::digit);

// Words further apart than a blank or two are columns of a table.
auto const gap = x3::repeat(1, 2)[blank];
auto const number_in_name = digits >> !unicode::alpha >> !(unicode::char_(U':') >> unicode::digit);
auto const capitals_label = capitals_word >> *((-comma >> gap >> capitals_word) | (gap >> number_in_name));
auto const name_label = name_word >> *(-comma >> gap >> (particle | name_word | number_in_name));
auto const record_label = address >> -unicode::char_(U'.') >>
                          +(+blank >> -(name_prefix >> &unicode::upper) >> record_word) >>
                          -(+blank >> unicode::string(U"pro tempore")) >>
                          -(+blank >> unicode::string(U"of") >> +(+blank >> unicode::upper >> +unicode::lower));
auto const question_or_answer = unicode::char_(U"QA") >> !unicode::alpha;

// What stands around labels and times.
auto const blanks = *blank;
auto const open_bracket = unicode::char_(U'[');
auto const close_bracket = unicode::char_(U']');
auto const changed_speaker = blanks >> -(unicode::string(U">>") >> *unicode::char_(U'>') >> blanks);
auto const label_end = -remark >> colon;
auto const question_end = colon | (unicode::char_(U'.') >> &blank);
auto const two_blanks = blank >> +blank;
auto const blank_before_sentence = blank >> !unicode::lower;
auto const record_end = unicode::char_(U'.') >> +blank;
auto const name_alone = name_label | capitals_label;
auto const name_separator = blanks >> -dash >> blanks;
auto const time_separator = -dash >> blanks;
auto const timed_end = -colon >> end_of_line;
auto const clock_start = blanks >> -unicode::char_(U"[(");
auto const minus = unicode::char_(U"-−");
auto const long_clock = x3::repeat(1, 3)[digits >> unicode::char_(U":;")] >> digits >>
                        -(unicode::char_(U".,") >> digits);
auto const clock_range = blanks >> (unicode::string(U"-->") | dash) >> blanks >> long_clock;
auto const clock_end = blanks >> -clock_range >> -unicode::char_(U"])") >> end_of_line;
// Hours in round brackets may be part of what was said.
auto const stamp =
    ((unicode::char_(U'[') >> blanks >> clock >> blanks >> unicode::char_(U']')) |
     (unicode::char_(U'(') >> blanks >> digits >> unicode::char_(U':') >> digits >> unicode::char_(U':') >> digits >>
      -(unicode::char_(U".,") >> digits) >> blanks >> unicode::char_(U')'))) >>
    blanks;
auto const hour_line = blanks >> -(unicode::string(U"END") >> *(blank | unicode::char_(U':'))) >> digits
                       >> unicode::char_(U':') >> digits >> blanks >> unicode::char_(U"AaPp") >>
                       -unicode::char_(U'.') >> unicode::char_(U"Mm") >> -unicode::char_(U'.') >> blanks >>
                       -x3::repeat(2, 5)[unicode::upper] >> blanks >> x3::eoi;

// Longer labels are sentences.
constexpr std::size_t longest_label = 60;

// Parsers own memory: they are made once, above, and never inside the functions that see every line.
template <typename Rule>
std::optional<Range> matched(Iterator& at, Iterator last, Rule const& rule) {
  auto const start = at;
  if (!x3::parse(at, last, rule)) return std::nullopt;
  return Range(start, at);
}

template <typename Rule>
bool skip(Iterator& at, Iterator last, Rule const& rule) {
  return x3::parse(at, last, rule);
}

// "Q", "Q.", "Q:", "A  Yes": a letter alone is a label only before a colon, a stop, or a sentence.
bool ends_question_label(Iterator& at, Iterator last) {
  if (skip(at, last, question_end)) return true;
  auto look = at;
  return skip(look, last, two_blanks) || skip(look, last, blank_before_sentence) || look == last;
}

std::optional<double> time_at(Iterator& at, Iterator last) {
  auto const found = matched(at, last, bracketed_clock);
  if (!found) return std::nullopt;
  return clock_time({found->begin(), found->end()});
}

// Reads "12:01.5" or "1:02:03:04"; `text` is known to be one.
Clock fields_of(std::u32string_view text, bool negative) {
  std::array<double, 4> fields{};
  std::size_t count = 0;
  double scale = 0;  // of the next decimal; 0 before the point
  for (auto const c : text) {
    if ((c == U':' || c == U';') && count < 3) {
      ++count;
      scale = 0;
    } else if (c == U'.' || c == U',') {
      scale = 0.1;
    } else if (c >= U'0' && c <= U'9') {
      auto const digit = static_cast<double>(c - U'0');
      auto& field = fields.at(count);
      field = scale > 0 ? field + digit * scale : field * 10 + digit;
      scale /= 10;
    }
  }
  Clock result;
  result.fields = static_cast<int>(count + 1);
  result.negative = negative;
  for (std::size_t i = 0; i <= count; ++i) result.seconds = result.seconds * 60 + fields.at(i);
  if (count < 3) return result;
  constexpr double frames_a_second = 25;
  result.last_field = fields[3];
  result.seconds = ((fields[0] * 24 + fields[1]) * 60 + fields[2]) * 60 + fields[3];
  result.hours_to_frames = (fields[0] * 60 + fields[1]) * 60 + fields[2] + fields[3] / frames_a_second;
  return result;
}

std::u32string_view view(Range range) { return {range.begin(), range.end()}; }

std::optional<SpeakerLabel> label_with_mark(Iterator& at, Iterator last) {
  auto const start = at;
  if (auto const letter = matched(at, last, question_or_answer); letter && ends_question_label(at, last)) {
    return SpeakerLabel{LabelStyle::question_answer, view(*letter), 0, {}};
  }
  at = start;
  if (auto const name = matched(at, last, capitals_label); name && skip(at, last, label_end)) {
    return SpeakerLabel{LabelStyle::capitals, view(*name), 0, {}};
  }
  at = start;
  if (auto const name = matched(at, last, name_label); name && skip(at, last, label_end)) {
    return SpeakerLabel{LabelStyle::name, view(*name), 0, {}};
  }
  at = start;
  if (auto const name = matched(at, last, record_label); name && skip(at, last, record_end)) {
    return SpeakerLabel{LabelStyle::record, view(*name), 0, {}};
  }
  at = start;
  return std::nullopt;
}

// "Ana Reed", "Ana Reed  0:12", "[Ana Reed] 10:02:33", "Ana Reed (0:12):".
std::optional<SpeakerLabel> label_alone(Iterator& at, Iterator last) {
  auto const start = at;
  skip(at, last, open_bracket);
  auto name = matched(at, last, name_alone);
  skip(at, last, close_bracket);
  if (name && skip(at, last, end_of_line)) return SpeakerLabel{LabelStyle::own_line, view(*name), 0, {}};
  skip(at, last, name_separator);
  auto const time = name ? time_at(at, last) : std::nullopt;
  if (time && skip(at, last, timed_end)) return SpeakerLabel{LabelStyle::own_line_timed, view(*name), 0, time};
  at = start;
  return std::nullopt;
}

std::optional<SpeakerLabel> label_at(Iterator& at, Iterator last) {
  auto label = label_with_mark(at, last);
  return label ? label : label_alone(at, last);
}

}  // namespace

std::optional<double> clock_time(std::u32string_view text) {
  auto const* at = text.data();
  auto const* const last = at + text.size();
  if (!skip(at, last, bracketed_clock) || at != last) return std::nullopt;
  return fields_of(text, false).seconds;
}

std::optional<Clock> clock_line(std::u32string_view line) {
  auto const* at = line.data();
  auto const* const last = at + line.size();
  skip(at, last, clock_start);
  bool const negative = skip(at, last, minus);
  auto const whole = matched(at, last, long_clock);
  if (!whole || !skip(at, last, clock_end)) return std::nullopt;
  return fields_of(view(*whole), negative);
}

double seconds_of(Clock const& reading, bool frames) {
  auto const seconds = reading.fields == 4 && frames ? reading.hours_to_frames : reading.seconds;
  return reading.negative ? -seconds : seconds;
}

std::u32string without_clocks(std::u32string_view speech) {
  std::u32string out;
  for (auto const *at = speech.data(), *last = at + speech.size(); at != last;) {
    bool const opens = *at == U'[' || *at == U'(';
    if (!opens || !skip(at, last, stamp)) out.push_back(*at++);
  }
  return out;
}

bool is_hour_line(std::u32string_view line) {
  auto const* at = line.data();
  return skip(at, line.data() + line.size(), hour_line);
}

std::optional<SpeakerLabel> speaker_label(std::u32string_view line) {
  auto const* at = line.data();
  auto const* const last = line.data() + line.size();
  skip(at, last, changed_speaker);
  auto time = time_at(at, last);
  skip(at, last, blanks);
  if (time) skip(at, last, time_separator);
  auto label = label_at(at, last);
  if (!label || label->name.size() > longest_label) return std::nullopt;
  if (label->time) time = label->time;
  if (time && label->style == LabelStyle::own_line) label->style = LabelStyle::own_line_timed;
  skip(at, last, blanks);
  if (auto const after = time_at(at, last)) time = after;
  skip(at, last, blanks);
  label->time = time;
  label->speech = static_cast<std::size_t>(at - line.data());
  return label;
}

}  // namespace quoth
