// SPDX-License-Identifier: MIT
#include "db/sqlite/store_file.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "db/sqlite/big_endian.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/database_header.hpp"
#include "quoth/error.hpp"

namespace quoth::db {

namespace {

namespace fs = std::filesystem;

// https://www.sqlite.org/fileformat2.html#the_rollback_journal
constexpr std::string_view journal_magic{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};

fs::file_status status_of(fs::path const& file) {
  std::error_code ignored;
  return fs::symlink_status(file, ignored);
}

// The first bytes of a file, as many as a header has or fewer. Read through SQLite's own layer: a descriptor of our own
// would, when it is closed, drop the locks that other connections of this process have on the file
// (https://www.sqlite.org/howtocorrupt.html, 2.2).
// Throws Error where that cannot be; `name` is what the message calls the file.
std::string first_bytes(fs::path const& file, fs::path const& name) {
  auto* const files = sqlite3_vfs_find(nullptr);
  std::unique_ptr<char, decltype(&sqlite3_free_filename)> const opened_name(
      const_cast<char*>(sqlite3_create_filename(file.c_str(), "", "", 0, nullptr)), sqlite3_free_filename);
  if (!opened_name) throw std::bad_alloc();
  std::vector<std::max_align_t> memory(static_cast<std::size_t>(files->szOsFile) / sizeof(std::max_align_t) + 1);
  auto* const opened = reinterpret_cast<sqlite3_file*>(memory.data());
  auto result = files->xOpen(files, opened_name.get(), opened, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY, nullptr);
  std::string bytes;
  sqlite3_int64 size = 0;
  if (result == SQLITE_OK) result = opened->pMethods->xFileSize(opened, &size);
  if (result == SQLITE_OK) {
    bytes.resize(std::min(DatabaseHeader::size, static_cast<std::size_t>(size)));
    result = opened->pMethods->xRead(opened, bytes.data(), static_cast<int>(bytes.size()), 0);
  }
  if (opened->pMethods != nullptr) opened->pMethods->xClose(opened);
  if (result != SQLITE_OK) throw Error(name.string() + ": cannot be read; check its rights, and the disk");
  return bytes;
}

// The header of a store; empty where there is no file, or an empty one. Throws Error where it is something else.
std::string header_of(fs::path const& name) {
  auto const where = name.string() + ": ";
  std::error_code failed;
  auto const status = fs::status(name, failed);
  if (fs::is_directory(status)) throw Error(where + "is a directory; name the store's file");
  if (fs::is_other(status)) throw Error(where + "is no file but a pipe or a device; name the store's file");
  auto const file = real_file(name);
  if (!fs::exists(status)) return {};
  auto const size = fs::file_size(file, failed);
  if (failed) throw Error(where + "cannot be read (" + failed.message() + ")");
  if (size == 0) return {};
  auto header = first_bytes(file, name);
  if (header.size() < DatabaseHeader::size || !header.starts_with(DatabaseHeader::magic) ||
      big_endian(std::string_view(header).substr(DatabaseHeader::application_id_at, 4)) != application_id)
    throw Error(where + "is no quoth store; name another file");
  return header;
}

}  // namespace

std::string how_to_restore(fs::path const& file) {
  return "restore a copy with `quoth store restore COPY --store " + file.string() + "`";
}

fs::path real_file(fs::path const& name) {
  std::error_code failed;
  auto const status = fs::symlink_status(name, failed);
  if (status.type() == fs::file_type::not_found) return name;
  if (status.type() == fs::file_type::none) throw Error(name.string() + ": cannot be read (" + failed.message() + ")");
  auto real = fs::canonical(name, failed);
  if (!failed) return real;
  throw Error(name.string() +
              (fs::is_symlink(status) ? ": is a link that cannot be followed (" : ": cannot be read (") +
              failed.message() + "); name the store's file");
}

fs::path beside(fs::path file, char const* suffix) { return file += suffix; }

fs::path journal_of(fs::path const& file) { return beside(file, "-journal"); }

bool stands_there(fs::path const& file) { return fs::exists(status_of(file)); }

// A journal that names a super-journal ends with its name, two numbers and the journal magic.
void refuse_foreign_journal(fs::path const& file) {
  auto const journal = journal_of(real_file(file));
  auto const status = status_of(journal);
  if (!fs::exists(status)) return;
  if (!fs::is_regular_file(status))
    throw Error(journal.string() + ": is no journal of quoth's but a link or a device; remove it");
  std::ifstream in(journal, std::ios::binary);
  std::array<char, journal_magic.size()> end{};
  if (!in.seekg(-static_cast<std::streamoff>(end.size()), std::ios::end)) return;
  in.read(end.data(), end.size());
  if (in && std::string_view(end.data(), end.size()) == journal_magic)
    throw Error(journal.string() + ": is no journal of quoth's, as it names another file to be deleted; remove it");
}

void refuse_other_file(fs::path const& file) { header_of(file); }

void refuse_foreign_store(fs::path const& file) {
  auto const where = file.string() + ": ";
  auto const header = header_of(file);
  auto const real = real_file(file);
  if (stands_there(real) && stands_there(beside(real, "-wal")))
    throw Error(where + "a write-ahead log lies beside it (" + real.filename().string() +
                "-wal), which quoth never makes; remove it, or " + how_to_restore(file));
  if (header.empty()) return;
  if (header[DatabaseHeader::write_version_at] != 1 || header[DatabaseHeader::read_version_at] != 1)
    throw Error(where + "another program made it write through a log; undo that with sqlite3 " +
                file.filename().string() + " 'PRAGMA journal_mode = DELETE'");
}

}  // namespace quoth::db
