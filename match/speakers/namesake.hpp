// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// The other speakers of the article who share the surname by which this quotation's speaker is mentioned: Bert Quill
// for a mention of "Quill", if both he and Ada Quill speak. Each once, in the order of the article; empty where the
// mention has more than a surname.
std::vector<std::string> namesakes_of(Document const& document, std::vector<Quotation> const& quotations,
                                      Quotation const& quotation);

}  // namespace quoth::match
