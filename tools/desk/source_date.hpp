// SPDX-License-Identifier: MIT
#pragma once

#include <ctime>
#include <optional>

namespace quoth::tools {

// The time of SOURCE_DATE_EPOCH (reproducible-builds.org), seconds since 1970. Nothing where it is not set, or is no
// time before the year 10000.
std::optional<std::time_t> source_date();

}  // namespace quoth::tools
