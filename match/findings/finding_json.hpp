// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "quoth/checker.hpp"
#include "text/json/json_writer.hpp"

namespace quoth::match {

// Writes what to_json of quoth/json.hpp returns, piece by piece: the JSON of a book's many quotations may be larger
// than its text.
void write_json(std::ostream& out, Document const& document, std::vector<CheckedQuotation> const& checked);
void write_json(std::ostream& out, Document const& document, std::vector<Quotation> const& quotations);

// The beginning of a document's object: what it is, and its quotations' key.
std::string head_of(Document const& document);
// The fields of a quotation's object, and those of its finding where it has one.
void write_fields(text::JsonWriter& json, Document const& document, Quotation const& quotation);
void write_fields(text::JsonWriter& json, Document const& document, CheckedQuotation const& checked);

// Evidence::chance as it is shown: three digits, the rest says nothing.
double chance_shown(double chance);

}  // namespace quoth::match
