// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/verdict.hpp"

namespace quoth::tools {

// The sign of a verdict, which tells it where colours cannot: on paper, and to whoever does not see them. Screen
// readers pass over it, since the name stands beside it.
std::string sign_html(Verdict verdict);

}  // namespace quoth::tools
