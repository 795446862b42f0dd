// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <vector>

#include "quoth/checker.hpp"

namespace quoth {

// to_json of quoth/json.hpp, written as it is made: a book has so many quotations that their JSON would be larger than
// its text.
void write_json(std::ostream& out, Document const& document, std::vector<CheckedQuotation> const& checked);
void write_json(std::ostream& out, Document const& document, std::vector<Quotation> const& quotations);

}  // namespace quoth
