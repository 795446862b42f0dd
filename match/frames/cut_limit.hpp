// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "match/words/token.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// "Few of us" for "a few of us", "The boats" for "only the boats": the words before token `at` of the source that limit
// what a quotation says which starts a sentence there, with the word `printed`; nothing where none do.
std::optional<TokenRange> cut_limit(TokenSequence const& source, std::size_t at, std::string_view printed);

}  // namespace quoth::match
