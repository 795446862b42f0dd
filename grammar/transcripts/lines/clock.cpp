// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/clock.hpp"

#include <array>

#include "grammar/transcripts/lines/clock_parsers.hpp"
#include "grammar/transcripts/lines/line_parsing.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::transcripts {

namespace {

using namespace clock_parsers;
using namespace line_parsing;

auto const blanks = *blank;
auto const dash = unicode::char_(U"-–—");
auto const minus = unicode::char_(U"-−");
auto const open_bracket = unicode::char_(U"[(");
auto const close_bracket = unicode::char_(U"])");
auto const end_of_line = blanks >> -unicode::char_(U'\r') >> x3::eoi;
auto const clock_start = blanks >> -open_bracket;
auto const long_clock = x3::repeat(1, 3)[digits >> unicode::char_(U":;")] >> digits >>
                        -(unicode::char_(U".,") >> digits);
auto const to = blanks >> (unicode::string(U"-->") | dash) >> blanks;
auto const clock_range = to >> long_clock;
auto const clock_end = blanks >> -clock_range >> -close_bracket >> end_of_line;
auto const whole_clock = bracketed_clock >> x3::eoi;
// Before words, a time counts only in brackets or as a range; otherwise it may be part of what was said.
auto const head_end = blanks >> close_bracket >> blanks;
auto const head_range = clock_range >> blanks;
auto const head_range_end = clock_range >> blanks >> -close_bracket >> blanks;
// Times in round brackets need three fields: "(2:05)" may be part of what was said.
auto const stamp =
    ((unicode::char_(U'[') >> blanks >> clock >> blanks >> unicode::char_(U']')) |
     (unicode::char_(U'(') >> blanks >> digits >> unicode::char_(U':') >> digits >> unicode::char_(U':') >> digits >>
      -(unicode::char_(U".,") >> digits) >> blanks >> unicode::char_(U')'))) >>
    blanks;
auto const zone = x3::repeat(2, 5)[unicode::upper];
auto const hour_line = blanks >> -(unicode::string(U"END") >> *(blank | unicode::char_(U':'))) >> digits >>
                       -(unicode::char_(U":.·") >> digits) >> blanks >> half_of_day >> blanks >> -zone >> end_of_line;

// Reads "12:01.5" or "1:02:03:04"; `text` must be a time.
Clock fields_of(std::u32string_view text, bool negative) {
  std::array<double, 4> fields{};
  std::size_t count = 0;
  double scale = 0;  // of the next decimal; 0 before the point
  bool afternoon = false;
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
    } else if (c == U'P' || c == U'p') {
      afternoon = true;
    }
  }
  constexpr double noon = 12;
  if (afternoon && fields[0] < noon) fields[0] += noon;
  Clock result;
  result.fields = static_cast<int>(count + 1);
  result.negative = negative;
  for (std::size_t i = 0; i <= count; ++i) result.seconds = result.seconds * 60 + fields.at(i);
  // "2:05 PM" has hours and minutes.
  if (afternoon && count == 1) result.seconds *= 60;
  if (count < 3) return result;
  constexpr double frames_a_second = 25;
  result.last_field = fields[3];
  result.seconds = ((fields[0] * 24 + fields[1]) * 60 + fields[2]) * 60 + fields[3];
  result.hours_to_frames = (fields[0] * 60 + fields[1]) * 60 + fields[2] + fields[3] / frames_a_second;
  return result;
}

}  // namespace

std::optional<double> clock_time(std::u32string_view text) {
  auto const* at = text.data();
  if (!skip(at, text.data() + text.size(), whole_clock)) return std::nullopt;
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

std::optional<ClockHead> clock_head(std::u32string_view line) {
  auto const* at = line.data();
  auto const* const last = at + line.size();
  skip(at, last, blanks);
  bool const bracket = skip(at, last, open_bracket);
  auto const start = matched(at, last, long_clock);
  if (!start) return std::nullopt;
  if (bracket ? !skip(at, last, head_end) && !skip(at, last, head_range_end) : !skip(at, last, head_range)) {
    return std::nullopt;
  }
  return ClockHead{fields_of(view(*start), false).seconds, static_cast<std::size_t>(at - line.data())};
}

std::string without_clocks(std::u32string_view speech) {
  std::string out;
  out.reserve(speech.size());
  for (auto const *at = speech.data(), *last = at + speech.size(); at != last;) {
    bool const opens = *at == U'[' || *at == U'(';
    if (!opens || !skip(at, last, stamp)) text::append_utf8(out, *at++);
  }
  return out;
}

bool is_hour_line(std::u32string_view line) {
  auto const* at = line.data();
  return skip(at, line.data() + line.size(), hour_line);
}

}  // namespace quoth::transcripts
