// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {

// How a line of a transcript names its speaker.
enum class LabelStyle { capitals, question_answer, name };

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

// A line that holds only the hour, with or without "END": "2:05 P.M. EST".
bool is_hour_line(std::u32string_view line);

}  // namespace quoth
