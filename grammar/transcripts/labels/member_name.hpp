// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "quoth/source.hpp"

namespace quoth {

// Who a parliament's record names: "Ms. Ana Reed (Lower Lock, Ind.)" has a seat, "The Minister for Locks (Ms. Ana
// Reed)" an office before the name.
Speaker member_of(std::string_view label);

}  // namespace quoth
