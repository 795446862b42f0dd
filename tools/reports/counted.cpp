// SPDX-License-Identifier: MIT
#include "tools/reports/counted.hpp"

#include <fmt/format.h>

namespace quoth::tools {

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace quoth::tools
