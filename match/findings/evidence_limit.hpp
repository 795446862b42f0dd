// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace quoth::match {

// The most equally good passages that a finding lists.
constexpr std::size_t most_evidence = 8;

}  // namespace quoth::match
