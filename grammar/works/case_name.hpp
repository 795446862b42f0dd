// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"

namespace quoth::grammar {

// The names of court cases in the text, in its order: "Smith v. Jones", "Lakes Institute vs. Town of Harrow".
std::vector<Span> case_names(std::u32string_view text);

// The first one that overlaps `within`; nothing where there is none.
std::optional<Span> case_inside(std::vector<Span> const& cases, Span within);

// The title that opens the sentence, as in "In Forty Years of Rails, Ida Brandt writes": capitalised words between "In"
// and a comma. Two of them at least, unless `one_word`.
std::optional<Span> opening_title(std::u32string_view text, Span sentence, bool one_word);

}  // namespace quoth::grammar
