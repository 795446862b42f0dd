// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/source.hpp"
#include "quoth/store.hpp"
#include "text/json/json_writer.hpp"

namespace quoth::match {

// Writes the members of a source's object in `quoth store list --format jsonl`, so that others may follow.
void write_members(text::JsonWriter& json, SourceRecord const& record);

// Writes the members of `quoth store stats --format json`.
void write_stats(text::JsonWriter& json, Store const& store);

}  // namespace quoth::match
