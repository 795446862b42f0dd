// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/search.hpp"
#include "text/json/json_writer.hpp"

namespace quoth {

// The passage as one object.
void write_json(JsonWriter& json, FoundPassage const& passage);

}  // namespace quoth
