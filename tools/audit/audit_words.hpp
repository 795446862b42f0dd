// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace quoth::tools {

// What is below that confidence, from 0 to 1: "less than 50 % sure".
std::string less_than_sure(double least_confidence);

}  // namespace quoth::tools
