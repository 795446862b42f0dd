// SPDX-License-Identifier: MIT
#include "tools/audit/pages/audit_words.hpp"

#include "tools/reports/finding_text.hpp"

namespace quoth::tools {

std::string stratum_in_words(std::string const& stratum, double least_confidence) {
  return stratum == "unsure" ? less_than_sure(least_confidence) : in_words(stratum);
}

}  // namespace quoth::tools
