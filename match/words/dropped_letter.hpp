// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "text/words/words.hpp"

namespace quoth::match {

// Whether word `i` of the text is one whose g is left out, for which a mark stands: "nothin'". Behind "‘never again’"
// it closes a quotation.
bool drops_g(std::string_view text, text::WordList const& words, std::size_t i);

}  // namespace quoth::match
