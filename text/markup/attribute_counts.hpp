// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth::text {

// Throws Error, naming `where`, if a tag of XML or HTML has over about 5000 attributes: libxml2 compares each with all
// before it, so a tag with very many would take hours.
void check_attribute_counts(std::string_view file, std::string_view where);

}  // namespace quoth::text
