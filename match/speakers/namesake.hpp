// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth {

// The other speakers of the article whom the mention of this one, a surname and no more, names as well: "Quill" where
// both Ada Quill and Bert Quill speak. Each once, in the order of the article.
std::vector<std::string> namesakes_of(Document const& document, std::vector<Quotation> const& quotations,
                                      Quotation const& quotation);

}  // namespace quoth
