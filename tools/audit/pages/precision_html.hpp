// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tools/audit/samples/precision.hpp"

namespace quoth::tools {

// A section of the summary: how often verdicts were right, as people judged a sample of them.
std::string precision_html(Precision const& precision, double least_confidence);

}  // namespace quoth::tools
