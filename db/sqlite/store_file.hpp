// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace quoth::db {

// Checks a SQLite file, and the files beside it, before SQLite opens it: opening a database plays back a journal that
// lies beside it, and a journal may name another file to be deleted (its "super-journal",
// https://www.sqlite.org/tempfiles.html#superjrnl). Files in a folder from a stranger must not have that power.

// The file that `name` leads to through links, beside which SQLite keeps its journal; `name` where there is no file.
// Throws Error where a link leads nowhere or what it leads to cannot be reached.
std::filesystem::path real_file(std::filesystem::path const& name);

// The path of a file that SQLite keeps beside `file`, which is no link to it: with "-journal", "-wal" or "-shm" behind
// its name.
std::filesystem::path beside(std::filesystem::path file, char const* suffix);

// The path of the rollback journal of `file`, which is no link to it, whether it exists or not.
std::filesystem::path journal_of(std::filesystem::path const& file);

// Whether the path exists; a broken link counts.
bool stands_there(std::filesystem::path const& file);

// The `file` of these may be a link.

// Throws Error where the rollback journal beside `file` names a super-journal, or is not a regular file. quoth writes
// no such journal.
void refuse_foreign_journal(std::filesystem::path const& file);

// What a message advises whose store is broken: "restore a copy with ...".
std::string how_to_restore(std::filesystem::path const& file);

// Throws Error where `file` exists, is not empty, and is no file that SQLite made for quoth, whatever lies beside it,
// or where that cannot be told.
void refuse_other_file(std::filesystem::path const& file);

// Throws Error where `file` exists and cannot be a quoth store: it is not a regular file, lacks the header of a quoth
// store, or uses a write-ahead log. An empty file passes, as if it did not exist.
void refuse_foreign_store(std::filesystem::path const& file);

}  // namespace quoth::db
