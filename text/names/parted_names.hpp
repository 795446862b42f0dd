// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::text {

// The names in a list of authors: "Ana Reed, Bo Lund and Cy Marsh", also with "&" or ";". One name is a list of one.
std::vector<std::string> parted_names(std::string_view list);

}  // namespace quoth::text
