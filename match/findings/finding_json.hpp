// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <vector>

#include "quoth/checker.hpp"

namespace quoth::match {

// Writes what to_json of quoth/json.hpp returns, piece by piece: the JSON of a book's many quotations may be larger
// than its text.
void write_json(std::ostream& out, Document const& document, std::vector<CheckedQuotation> const& checked);
void write_json(std::ostream& out, Document const& document, std::vector<Quotation> const& quotations);

// Evidence::chance as it is shown: three digits, the rest says nothing.
double chance_shown(double chance);

}  // namespace quoth::match
