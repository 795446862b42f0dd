// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::transcripts {

// How a line of a transcript names its speaker.
enum class LabelStyle {
  capitals,         // "MS. REED:"
  question_answer,  // "Q", "A."
  name,             // "Ana Reed:"
  record,           // "Ms. REED of Lower Lock.", "CHAIR REED." before a sentence
  before_dash,      // "Ana Reed — We close."
  before_stop,      // "REED. We close.", as plays print it
  own_line,         // "Ana Reed" and nothing else, or "Ana Reed -- Lower Lock Ferries"
  own_line_timed    // "Ana Reed  0:12", "[0:12] - Ana Reed"
};

struct SpeakerLabel {
  LabelStyle style = LabelStyle::capitals;
  std::u32string_view name;         // "MS. REED"
  std::u32string_view description;  // what follows the name: "(D-Lower Lock)", "Chief Executive"; often empty
  std::size_t speech = 0;           // where in the line the speech starts, in code points
  std::optional<double> time;       // seconds, where the line gives one
};

// The label at the head of a line, if there is one; a time before or after it is skipped. Names in ordinary letters
// ("Ana Reed:") have the form of "Note:" too; the caller decides by the whole transcript.
std::optional<SpeakerLabel> speaker_label(std::u32string_view line);

}  // namespace quoth::transcripts
