// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "quoth/byte_span.hpp"

namespace quoth::text {

// Whether white space stands at byte `at` of the valid UTF-8 text: how many bytes it has, 0 where there is none. White
// space is what has Unicode's property White_Space: blanks of ASCII, no-break and typographic spaces, line separators.
std::size_t white_space_at(std::string_view utf8, std::size_t at);

// The words of a text as split at white space, as Utterance::words counts them: unlike those of split_words they have
// their punctuation, and a dash between blanks is one. `utf8` must be valid, of less than 4 GiB.
std::vector<ByteSpan> split_at_white_space(std::string_view utf8);

// The first of them from byte `from` on, which must not lie inside one; empty, at the end of the text, where none is.
ByteSpan next_at_white_space(std::string_view utf8, std::size_t from);

// How many there are.
std::size_t count_at_white_space(std::string_view utf8);

// Whether one of these words would go on from the first text into the second, if they stood side by side.
bool splits_word(std::string_view before, std::string_view after);

}  // namespace quoth::text
