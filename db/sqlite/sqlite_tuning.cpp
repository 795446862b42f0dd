// SPDX-License-Identifier: MIT
#include "db/sqlite/sqlite_tuning.hpp"

#include <sqlite3.h>

namespace quoth::db {

// SQLite rejects the call once it is initialised, which is harmless.
void tune_sqlite_for_one_program() { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

}  // namespace quoth::db
