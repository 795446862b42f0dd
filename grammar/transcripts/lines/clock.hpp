// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quoth {

// "00:12:01", "12:01.5", "[0:12]", "2:05 PM" in seconds; nothing where it is no time.
std::optional<double> clock_time(std::u32string_view text);

// The fields of a time: "00:12:01", or four in "00:00:12:15".
struct Clock {
  double seconds = 0;          // with days where there are four fields
  double hours_to_frames = 0;  // where there are four
  double last_field = 0;       // of four; 0 otherwise
  int fields = 0;
  bool negative = false;
};
// A time, or the start of a range, and nothing else on its line: "[00:12:01]", "00:00:12:15 - 00:00:20:10".
std::optional<Clock> clock_line(std::u32string_view line);
// Four fields are hours to frames, or days to seconds.
double seconds_of(Clock const& clock, bool frames);

// A time in brackets or a range at the head of a line of speech: "[00:12.000 --> 00:15.500]  We open". `speech` is
// where in the line the words start.
struct ClockHead {
  double seconds = 0;
  std::size_t speech = 0;
};
std::optional<ClockHead> clock_head(std::u32string_view line);

// `speech` without the times that transcribers put into it: "[00:12:01]", "(1:02:03)".
std::u32string without_clocks(std::u32string_view speech);

// A line that holds only the hour, with or without "END": "2:05 P.M. EST", "2.30 pm".
bool is_hour_line(std::u32string_view line);

}  // namespace quoth
