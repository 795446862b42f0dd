// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace quoth::tools {

// What a stratum of a sample holds: "not found", or "less than 50 % sure".
std::string stratum_in_words(std::string const& stratum, double least_confidence);

}  // namespace quoth::tools
