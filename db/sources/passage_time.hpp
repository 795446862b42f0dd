// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

namespace quoth::db {

// When an utterance begins and ends, as a row of `passage` has it: whole milliseconds are half as long as SQLite's
// floating-point numbers, which would be a tenth of the text of captions.
struct PassageTime {
  std::optional<std::int64_t> start;
  std::optional<std::int64_t> lasts;  // from its start, or from 0 without one
};

// Of seconds, which are cut to 300 years; what is no number is no time.
PassageTime passage_time(std::optional<double> start, std::optional<double> end);

// Back to seconds. The numbers may be any, as of a damaged store.
std::optional<double> start_of(PassageTime time);
std::optional<double> end_of(PassageTime time);

}  // namespace quoth::db
