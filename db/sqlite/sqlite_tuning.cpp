// SPDX-License-Identifier: MIT
#include "db/sqlite/sqlite_tuning.hpp"

#include <sqlite3.h>

namespace quoth {

// Refused once SQLite runs, which does no harm.
void tune_sqlite_for_one_program() { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

}  // namespace quoth
