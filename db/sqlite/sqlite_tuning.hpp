// SPDX-License-Identifier: MIT
#pragma once

namespace quoth::db {

// Turns off SQLite's memory statistics: they take a lock that all connections of the process share, and nothing here
// uses them. The setting is global to the process, so only a program that owns the process calls this, before it opens
// its first database; a library must not. Later calls have no effect.
void tune_sqlite_for_one_program();

}  // namespace quoth::db
