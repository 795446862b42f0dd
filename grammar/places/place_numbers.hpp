// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "grammar/tokens/place_words.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// Whether it may be the label of a page, or a number in Roman numerals: "xii", "S102", "A4".
bool is_page_label(std::u32string_view text);
// The value of digits, 0 for other text and more than six of them.
std::uint32_t plain_number(std::u32string_view text);
// The seconds of "12:31" and "1:02:31"; nothing for other text.
std::optional<double> clock_seconds(std::u32string_view text);

// Sets what the numbers say for that unit: "12", "12–18", "45:12–18" (page and line, of transcripts), "4.2(a)". False
// where they are no such numbers; then nothing is set.
bool read_numbers(PlaceWord unit, std::u32string_view numbers, ClaimedPlace& place);

}  // namespace quoth::grammar
