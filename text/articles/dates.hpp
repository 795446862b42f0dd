// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// The date of "2031-05-06T10:00:00Z", "20310506T100000Z" or "Tue, 06 May 2031 10:00:00 GMT" as YYYY-MM-DD; empty for
// anything else.
std::string day_of(std::string_view text);

}  // namespace quoth
