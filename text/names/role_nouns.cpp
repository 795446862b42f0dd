// SPDX-License-Identifier: MIT
#include "text/names/role_nouns.hpp"

#include "text_data.hpp"

namespace quoth::text {

std::string_view role_nouns() { return embedded::role_nouns; }

}  // namespace quoth::text
