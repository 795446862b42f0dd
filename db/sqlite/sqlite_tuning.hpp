// SPDX-License-Identifier: MIT
#pragma once

namespace quoth {

// Has SQLite stop counting the memory it uses: it counts under a lock that all connections of the process share, and
// nobody here asks for the number. This holds for all of the process, so a program that owns it calls this, before it
// opens its first database; a library never does. Afterwards it has no effect.
void tune_sqlite_for_one_program();

}  // namespace quoth
