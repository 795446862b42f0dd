// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "quoth/quotation.hpp"
#include "quoth/revision.hpp"

namespace quoth {

/// What was found in a document, as JSON (docs/json.md): the bytes of its line in `quoth check --format jsonl`, without
/// the line feed. The quotations must be those of that document. Never fails on what a text holds.
std::string to_json(Document const& document, std::vector<CheckedQuotation> const& checked);

/// What `quoth extract --format jsonl` prints of it.
std::string to_json(Document const& document, std::vector<Quotation> const& quotations);

/// What became of the quotations of an article, as `quoth diff --format jsonl` prints it.
std::string to_json(Document const& old_version, Document const& new_version, Revision const& revision);

}  // namespace quoth
