// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/finding.hpp"

namespace quoth::match {

// The place where one can hear, or see, whether a machine got the words of an edit right: "the recording at 12:31",
// where only the turn has a time "the recording from 12:05 on", else "the recording"; of a scanned page "page 12", else
// "the page".
std::string place_to_check(Evidence const& evidence, Edit const& edit);

// The same as advice: "check the recording at 12:31".
std::string where_to_check(Evidence const& evidence, Edit const& edit);

}  // namespace quoth::match
