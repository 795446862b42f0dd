// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::text {

// The one of `names` that the user most likely meant with a name that is none of them: the nearest by
// Damerau-Levenshtein distance (insertions, deletions, replacements and swaps of neighbours; the variant called optimal
// string alignment), or one that `written` begins. Case is ignored, and "-", "_" and a blank are the same. Empty where
// none is near, by about a third of the letters, or where `written` is over 64 bytes long.
std::string_view nearest_name(std::string_view written, std::vector<std::string_view> const& names);

// The name in small letters, with "-" for "_" and blanks: how names are compared that users write in several ways.
std::string plain_name(std::string_view name);

// "; did you mean NAME?", or nothing.
std::string did_you_mean(std::string_view written, std::vector<std::string_view> const& names);

}  // namespace quoth::text
