// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

#include "quoth/source.hpp"

namespace quoth::text {

// Reads a source in the ingest form (docs/sources.md), which needs no "id" here. Throws Lacking.
Source source_of(simdjson::dom::object object);

}  // namespace quoth::text
