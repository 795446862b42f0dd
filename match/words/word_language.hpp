// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth::match {

// Whose word lists the words are compared with. Of `other` languages nothing is known but figures and names.
enum class WordLanguage : std::uint8_t { english, german, other };

// The lists for a BCP 47 tag; those of English where it is empty.
WordLanguage word_language(std::string_view tag);

}  // namespace quoth::match
