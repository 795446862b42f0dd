// SPDX-License-Identifier: MIT
#include "tools/audit/audit_words.hpp"

#include <fmt/format.h>

namespace quoth::tools {

std::string less_than_sure(double least_confidence) {
  return fmt::format("less than {:.4g} % sure", least_confidence * 100);
}

}  // namespace quoth::tools
