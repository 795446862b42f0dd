// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

struct sqlite3;
struct sqlite3_file;

namespace quoth::db {

// The pages of a database file (https://www.sqlite.org/fileformat.html) as they stand on the disk, read without
// SQLite's page cache and virtual machine, which cost several times what the pages themselves do. They come through the
// file that the connection has open: its lock keeps them as they are until the end of the read transaction, and a
// second descriptor would drop that lock when it is closed. The first two gigabytes are mapped into memory and not
// copied; a file that others cut short
// in the midst of a transaction, as no SQLite does, raises SIGBUS; one cut short before is found out by its size. For
// connections that only read. Not safe for use by several threads at once.
class PageFile {
 public:
  // This many bytes behind each page are readable; what they are is not said.
  static constexpr std::size_t padding = 8;

  // SQLite's own limit, unless it was built with a lower one.
  static constexpr std::int64_t most_that_sqlite_maps = 0x7fff0000;

  explicit PageFile(sqlite3* database, std::int64_t most_mapped = most_that_sqlite_maps)
      : database_(database), wanted_(most_mapped) {}
  PageFile(PageFile const&) = delete;
  PageFile& operator=(PageFile const&) = delete;
  ~PageFile() { end(); }

  // To be called before a read transaction: SQLite, too, reads what is mapped, which must not reach beyond the file.
  void before_transaction();
  // To be called in a read transaction; `version` changes whenever the file does. Returns false where the file is not
  // as quoth writes it, as with a write-ahead log, so that SQLite must be asked. Throws SQLite::Exception.
  bool begin(std::int64_t version);
  // To be called before the transaction ends; pages are invalid after it.
  void end();

  std::size_t page_size() const { return page_size_; }
  // The bytes of a page that hold content.
  std::size_t usable_size() const { return usable_size_; }

  // The page of this number, counted from 1. `buffer` may be used for its bytes. Throws SQLite::Exception where there
  // is no such page, or it cannot be read.
  char const* page(std::uint32_t number, std::vector<char>& buffer) const;
  // The same where it is mapped, else null. It stays valid until `end`.
  char const* mapped_page(std::uint32_t number) const {
    auto const end = std::uint64_t{number} * page_size_;
    return number > 0 && end + padding <= mapped_bytes_ ? mapped_ + (end - page_size_) : nullptr;
  }

 private:
  bool look_at_header();
  std::uint64_t size_of_file() const;
  void allow_mapping();
  void map();
  void expect_random_reads();
  void read(char* to, std::size_t bytes, std::uint64_t from) const;

  sqlite3* database_;
  std::int64_t wanted_;  // bytes to map
  sqlite3_file* file_ = nullptr;
  std::int64_t version_ = -1;  // of what is known of the header
  bool is_plain_ = false;
  bool has_shrunk_ = false;
  std::size_t page_size_ = 0;
  std::size_t usable_size_ = 0;
  std::uint64_t file_bytes_ = 0;
  std::uint64_t most_mapped_ = 0;  // bytes of `wanted_` that SQLite allows
  char const* mapped_ = nullptr;
  std::uint64_t mapped_bytes_ = 0;
  char const* advised_ = nullptr;  // the mapping of which the system was told how it is read
};

}  // namespace quoth::db
