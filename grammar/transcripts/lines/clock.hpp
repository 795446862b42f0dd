// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quoth::transcripts {

// The seconds of "00:12:01", "12:01.5", "[0:12]" or "2:05 PM"; nothing if it is not a time.
std::optional<double> clock_time(std::u32string_view text);

// The fields of a time, which are two to four: "00:12:01", "00:00:12:15".
struct Clock {
  double seconds = 0;          // four fields are taken as days to seconds
  double hours_to_frames = 0;  // in seconds: four fields taken as hours to frames, at 25 frames a second
  double last_field = 0;       // of four fields; 0 otherwise
  int fields = 0;
  bool negative = false;
};
// A time or a range that is alone on its line: "[00:12:01]", "00:00:12:15 - 00:00:20:10". Of a range, its start.
std::optional<Clock> clock_line(std::u32string_view line);
// In seconds; `frames` says whether four fields are hours to frames or days to seconds.
double seconds_of(Clock const& clock, bool frames);

// A time in brackets or a range at the head of a line of speech: "[00:12.000 --> 00:15.500]  We open". `speech` is
// where the words start, in code points.
struct ClockHead {
  double seconds = 0;
  std::size_t speech = 0;
};
std::optional<ClockHead> clock_head(std::u32string_view line);

// `speech` without the times that transcribers insert: "[00:12:01]", "(1:02:03)".
std::string without_clocks(std::u32string_view speech);

// Whether a line holds only a time of day, with or without "END": "2:05 P.M. EST", "2.30 pm".
bool is_hour_line(std::u32string_view line);

}  // namespace quoth::transcripts
