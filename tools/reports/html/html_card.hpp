// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "tools/reports/report.hpp"

namespace quoth::tools {

// A finding as an element of a page: the verdict, who is said to have said it, what differs, the words as printed and
// as spoken, and where they stand. `id` names the element.
std::string card_html(Document const& document, CheckedQuotation const& checked, std::string const& id,
                      ReportOptions const& options);

// Why a quotation was not checked: "everyday words".
std::string_view reason_in_words(UncheckedReason reason);

}  // namespace quoth::tools
