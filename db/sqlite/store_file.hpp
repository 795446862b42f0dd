// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth {

// Looks at a SQLite file and what lies beside it before SQLite does: opening a database plays back the journals that
// lie beside it, and a journal may name another file to be deleted (its "super-journal",
// https://www.sqlite.org/tempfiles.html#superjrnl). Files that come with a stranger's folder must not have that power.

// The rollback journal of `file`, whether it is there or not.
std::filesystem::path journal_of(std::filesystem::path const& file);

// Whether something of that name stands there, a broken link too.
bool stands_there(std::filesystem::path const& file);

// Throws Error where the rollback journal beside `file` names a super-journal, or is no regular file. We write no
// such journal.
void refuse_foreign_journal(std::filesystem::path const& file);

// Throws Error where `file` is there and can be no store of ours: it is no regular file, has no header of a quoth
// store, or is written through a write-ahead log. An empty file passes: it is as good as none.
void refuse_foreign_store(std::filesystem::path const& file);

}  // namespace quoth
