// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "quoth/source.hpp"

namespace quoth::transcripts {

// Parses how a parliament's record names a speaker: with a seat after the name, "Ms. Ana Reed (Lower Lock, Ind.)", or
// with an office before it, "The Minister for Locks (Ms. Ana Reed)".
Speaker member_of(std::string_view label);

}  // namespace quoth::transcripts
