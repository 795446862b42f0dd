// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>

namespace quoth::db {

// What may take long with a store as a whole.
enum class StoreStep { copying, proving, merging, giving_room_back };

// Is told, often, which share of a step is done, from 0 to 1; nothing where that cannot be known. A step that begins
// again tells a smaller share.
using StepProgress = std::function<void(StoreStep step, std::optional<double> done)>;

}  // namespace quoth::db
