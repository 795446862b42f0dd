// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/finding.hpp"

namespace quoth::match {

// A time of a recording, in whole seconds: "0:07", "12:31", "1:02:07". Times below 0 and of more than 1000 hours are
// taken for these.
std::string clock_time(double seconds);

// Pages and lines in words: "page 12, line 7", "page 12, lines 7 to 9", "page 12, line 24 to page 13, line 2"; empty
// where there are none.
std::string pages_and_lines(PrintedRange const& printed);

// Where the passage stands in a document: "page 12, under ‘Findings’, paragraph 3"; of a transcript its pages and lines
// alone. Empty where nothing is known.
std::string place_in_words(Evidence const& evidence);

}  // namespace quoth::match
