// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "db/sqlite/connection.hpp"

namespace quoth::db {

// Checks the file's integrity, and the index against the texts. Returns one line for each fault, at most 50. Throws
// StoreError for some kinds of damage. The lock is given up for a moment a few times a second, so that others can
// write. Where one did, the check begins again; the last of a few attempts keeps the lock to its end, and so do all
// within a snapshot of the caller's, which `is_held` says there is.
std::vector<std::string> verify_store(Connection& connection, bool is_held);

}  // namespace quoth::db
