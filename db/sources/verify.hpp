// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "db/sqlite/connection.hpp"

namespace quoth::db {

// Is told, often, which share of the work is done, from 0 to 1: of the texts first, which take most of the time, then
// of the index. The check of the file's integrity before them is not counted. It begins again where the store changed.
using VerifyProgress = std::function<void(double done)>;

// Checks the file's integrity, and the index against the texts. Returns one line for each fault, at most 50. Throws
// StoreError for some kinds of damage. The lock is given up for a moment a few times a second, so that others can
// write. Where one did, the check begins again; the last of a few attempts keeps the lock to its end, and so do all
// within a snapshot of the caller's, which `is_held` says there is.
std::vector<std::string> verify_store(Connection& connection, bool is_held, VerifyProgress const& progress = {});

}  // namespace quoth::db
