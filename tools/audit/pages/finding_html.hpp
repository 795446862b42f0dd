// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "db/audit/audit_findings.hpp"

namespace quoth::tools {

// The parts that are not empty, joined by commas.
std::string listed(std::initializer_list<std::string> parts);

// Where in the archive it stands: "wire.jsonl, article 12, a-7, line 3".
std::string place_of(db::ShownFinding const& finding);

// The text as HTML, with the words that differ marked, and a sign where words are missing. Spans that do
// not fit the text are left out.
std::string marked_html(std::string const& text, std::vector<ByteSpan> const& spans);

// A finding with its evidence, as an element of a page. `label` is HTML before its heading.
std::string finding_html(db::ShownFinding const& finding, std::string const& label = {});

}  // namespace quoth::tools
