// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/source.hpp"

namespace quoth::text {

// Why no store takes the source, as one line: its id has a NUL, which no command line can name, or an utterance has not
// one HeardWord for each word of its text. Empty where it takes it.
std::string fault_in(Source const& source);

}  // namespace quoth::text
