// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "db/sqlite/connection.hpp"

namespace quoth::db {

// Checks the file's integrity, and the index against the texts. Returns one line for each fault, at most 50. Throws
// StoreError for some kinds of damage.
std::vector<std::string> verify_store(Connection& connection);

}  // namespace quoth::db
