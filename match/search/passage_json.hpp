// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/search.hpp"
#include "text/json/json_writer.hpp"

namespace quoth::match {

// The passage as one object.
void write_json(text::JsonWriter& json, FoundPassage const& passage);

}  // namespace quoth::match
