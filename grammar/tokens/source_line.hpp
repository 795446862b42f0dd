// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "quoth/document.hpp"

namespace quoth::grammar {

// The words of a quoted block without what names their source at its end: "— Ana Reed, The Harbour", "(Reed 2031, p.
// 4)", "(emphasis added)", "[3]". Empty where the block is nothing but a source. Looks at the end of the block only.
Span words_without_source(std::u32string_view text, Span block);

// Whether a block is a citation without a dash: "Reed v. Harrow Council, 12 H. 88 (2017)." Only the last paragraph of a
// quotation can be one.
bool is_citation(std::u32string_view block);

}  // namespace quoth::grammar
