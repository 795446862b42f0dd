// SPDX-License-Identifier: MIT
#include "tools/audit/pages/audit_words.hpp"

#include <fmt/format.h>

#include "tools/reports/finding_text.hpp"

namespace quoth::tools {

std::string less_than_sure(double least_confidence) {
  return fmt::format("less than {:.4g} % sure", least_confidence * 100);
}

std::string stratum_in_words(std::string const& stratum, double least_confidence) {
  return stratum == "unsure" ? less_than_sure(least_confidence) : in_words(stratum);
}

}  // namespace quoth::tools
