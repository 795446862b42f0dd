// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quoth::tools {

// "1 quotation", "2 quotations".
std::string counted(std::uint64_t count, std::string_view noun);

}  // namespace quoth::tools
