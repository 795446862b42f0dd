// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "bench/passage_sampler.hpp"

namespace quoth::bench {

// Whether the texts found hold each part of the passage as nearly as the place it was taken from. Copies of a corpus
// hold many passages many times: where words of the query were changed, any copy of the place is right.
bool is_right(Passage const& passage, std::vector<std::string> const& found);

}  // namespace quoth::bench
