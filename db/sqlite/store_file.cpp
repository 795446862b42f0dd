// SPDX-License-Identifier: MIT
#include "db/sqlite/store_file.hpp"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "db/sqlite/big_endian.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/database_header.hpp"
#include "quoth/error.hpp"

namespace quoth::db {

namespace {

namespace fs = std::filesystem;

// https://www.sqlite.org/fileformat2.html#the_rollback_journal
constexpr std::string_view journal_magic{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};

fs::path beside(fs::path file, char const* suffix) { return file += suffix; }

fs::file_status status_of(fs::path const& file) {
  std::error_code ignored;
  return fs::symlink_status(file, ignored);
}

}  // namespace

fs::path journal_of(fs::path const& file) { return beside(file, "-journal"); }

bool stands_there(fs::path const& file) { return fs::exists(status_of(file)); }

// A journal that names a super-journal ends with its name, two numbers and the journal magic.
void refuse_foreign_journal(fs::path const& file) {
  auto const journal = journal_of(file);
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

void refuse_foreign_store(fs::path const& file) {
  auto const where = file.string() + ": ";
  std::error_code ignored;
  auto const status = fs::status(file, ignored);
  if (!fs::exists(status)) return;
  if (fs::is_directory(status)) throw Error(where + "is a directory; name the store's file");
  if (!fs::is_regular_file(status)) throw Error(where + "is no file but a pipe or a device; name the store's file");
  if (stands_there(beside(file, "-wal")))
    throw Error(where + "a write-ahead log lies beside it (" + file.filename().string() +
                "-wal), which quoth never makes; remove it, or restore a copy of the store");
  std::ifstream in(file, std::ios::binary);
  std::array<char, DatabaseHeader::size> bytes{};
  in.read(bytes.data(), bytes.size());
  if (in.gcount() == 0) return;
  std::string_view const header(bytes.data(), bytes.size());
  if (!in || !header.starts_with(DatabaseHeader::magic) ||
      big_endian(header.substr(DatabaseHeader::application_id_at, 4)) != application_id)
    throw Error(where + "is no quoth store; name another file");
  if (header[DatabaseHeader::write_version_at] != 1 || header[DatabaseHeader::read_version_at] != 1)
    throw Error(where + "another program made it write through a log; undo that with sqlite3 " +
                file.filename().string() + " 'PRAGMA journal_mode = DELETE'");
}

}  // namespace quoth::db
