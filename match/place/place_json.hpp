// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"
#include "text/json/json_writer.hpp"

namespace quoth::match {

// Writes the fields `place` and `notes` of a quotation; each only where the article says something.
void write_beside(text::JsonWriter& json, Document const& document, Quotation const& quotation);

// Writes the fields of where the passage stands: `printed`, `heading`, `paragraph`; each only where the source has it.
void write_place(text::JsonWriter& json, Evidence const& evidence);

}  // namespace quoth::match
