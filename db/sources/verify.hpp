// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "db/sqlite/connection.hpp"

namespace quoth {

// Compares the file with itself and the index with the texts; one line for each fault.
std::vector<std::string> verify_store(Connection& connection);

}  // namespace quoth
