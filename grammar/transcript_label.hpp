// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {

// How a line of a transcript names its speaker.
enum class LabelStyle {
  capitals,         // "MS. REED:"
  question_answer,  // "Q", "A."
  name,             // "Ana Reed:"
  record,           // "Ms. REED of Lower Lock." in the Congressional Record
  own_line,         // "Ana Reed" and nothing else
  own_line_timed    // "Ana Reed  0:12", "[0:12] - Ana Reed"
};

struct SpeakerLabel {
  LabelStyle style = LabelStyle::capitals;
  std::u32string_view name;    // "MS. REED"
  std::size_t speech = 0;      // where in the line the speech starts
  std::optional<double> time;  // seconds, where the line gives one
};

// The label at the head of a line, if there is one; any time before or after it is passed over. Names in ordinary
// letters ("Ana Reed:") are also the shape of "Note:"; the caller decides by the whole transcript.
std::optional<SpeakerLabel> speaker_label(std::u32string_view line);

// "00:12:01", "12:01.5" in seconds; nothing where it is no time.
std::optional<double> clock_time(std::u32string_view text);

// The fields of a time on a line of its own: "[00:12:01]", "00:00:12:15 - 00:00:20:10" (its start).
struct Clock {
  double seconds = 0;          // with days where there are four fields
  double hours_to_frames = 0;  // where there are four
  double last_field = 0;       // of four; 0 otherwise
  int fields = 0;
  bool negative = false;
};
std::optional<Clock> clock_line(std::u32string_view line);
// Four fields are hours to frames, or days to seconds.
double seconds_of(Clock const& clock, bool frames);

// `speech` without the times that transcribers put into it: "[00:12:01]", "(1:02:03)".
std::u32string without_clocks(std::u32string_view speech);

// A line that holds only the hour, with or without "END": "2:05 P.M. EST".
bool is_hour_line(std::u32string_view line);

}  // namespace quoth
