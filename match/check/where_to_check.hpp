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

// The place where one can hear, or see, whether a machine got the words of an edit right: "the recording at 12:31",
// where only the turn has a time "the recording from 12:05 on", else "the recording"; of a scanned page "page 12", else
// "the page".
std::string place_to_check(Evidence const& evidence, Edit const& edit);

// The same as advice: "check the recording at 12:31".
std::string where_to_check(Evidence const& evidence, Edit const& edit);

}  // namespace quoth::match
