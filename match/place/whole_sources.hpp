// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "quoth/candidate.hpp"

namespace quoth::match {

class SourceOutline;

// All of a source, by its number in the store. Both may be empty: then nothing is known but what the passages have.
struct WholeSources {
  std::function<std::vector<Turn>(std::int64_t source)> turns = {};
  std::function<std::shared_ptr<SourceOutline const>(std::int64_t source)> outline = {};
};

}  // namespace quoth::match
