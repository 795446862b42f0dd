// SPDX-License-Identifier: MIT
#include "db/sqlite/page_file.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "db/sqlite/big_endian.hpp"
#include "db/sqlite/database_header.hpp"

namespace quoth::db {

namespace {

constexpr int first_version_with_mapping = 3;  // of sqlite3_io_methods
constexpr std::uint32_t is_utf8 = 1;

}  // namespace

// A limit of none gives up what is mapped.
void PageFile::before_transaction() {
  has_shrunk_ = file_ != nullptr && size_of_file() < file_bytes_;
  if (!has_shrunk_) return;
  sqlite3_int64 limit = 0;
  sqlite3_file_control(database_, "main", SQLITE_FCNTL_MMAP_SIZE, &limit);
}

bool PageFile::begin(std::int64_t version) {
  if (sqlite3_txn_state(database_, "main") != SQLITE_TXN_READ) return false;
  if (version != version_)
    is_plain_ = look_at_header();
  else if (has_shrunk_)
    throw SQLite::Exception("the file was cut short", SQLITE_CORRUPT);
  version_ = version;
  if (is_plain_) map();
  return is_plain_;
}

void PageFile::end() {
  if (mapped_ != nullptr) file_->pMethods->xUnfetch(file_, 0, const_cast<char*>(mapped_));
  mapped_ = nullptr;
  mapped_bytes_ = 0;
}

// Sets the limit of the file and not that of the connection (PRAGMA mmap_size): so SQLite goes on to keep pages in its
// cache, with what it knows of them, and only copies them from memory. What is mapped of a file that has changed since
// is given up.
void PageFile::allow_mapping() {
  most_mapped_ = 0;
  sqlite3_int64 limit = wanted_;
  if (file_->pMethods->iVersion < first_version_with_mapping ||
      sqlite3_file_control(database_, "main", SQLITE_FCNTL_MMAP_SIZE, &limit) != SQLITE_OK)
    return;
  limit = -1;  // asks for what was allowed
  if (sqlite3_file_control(database_, "main", SQLITE_FCNTL_MMAP_SIZE, &limit) == SQLITE_OK && limit > 0)
    most_mapped_ = static_cast<std::uint64_t>(limit);
  file_->pMethods->xUnfetch(file_, 0, nullptr);
}

// Leaves out the last page: SQLite wants some bytes to spare behind what it gives away.
void PageFile::map() {
  auto const most = std::min(file_bytes_, most_mapped_);
  if (most < 2 * page_size_) return;
  void* mapped = nullptr;
  auto const result = file_->pMethods->xFetch(file_, 0, static_cast<int>(most - page_size_), &mapped);
  if (result != SQLITE_OK) throw SQLite::Exception("the file cannot be mapped", result);
  if (mapped == nullptr) return;
  mapped_ = static_cast<char const*>(mapped);
  mapped_bytes_ = most - page_size_;
  expect_random_reads();
}

// Otherwise the system reads some megabytes around each page that is in no cache. Where it takes no advice it is
// slower.
void PageFile::expect_random_reads() {
  if (mapped_ == advised_) return;
  madvise(const_cast<char*>(mapped_), mapped_bytes_, MADV_RANDOM);
  advised_ = mapped_;
}

// The header's fields: https://www.sqlite.org/fileformat.html#the_database_header
bool PageFile::look_at_header() {
  if (sqlite3_file_control(database_, "main", SQLITE_FCNTL_FILE_POINTER, &file_) != SQLITE_OK || file_ == nullptr ||
      file_->pMethods == nullptr)
    return false;
  file_bytes_ = size_of_file();
  allow_mapping();
  std::array<char, DatabaseHeader::size> bytes{};
  if (file_bytes_ < bytes.size()) return false;
  read(bytes.data(), bytes.size(), 0);
  std::string_view const header(bytes.data(), bytes.size());
  auto const reserved = static_cast<unsigned char>(header[DatabaseHeader::reserved_at]);
  page_size_ = big_endian(header.substr(DatabaseHeader::page_size_at, 2));
  if (page_size_ < DatabaseHeader::least_page_size) return false;
  usable_size_ = page_size_ - reserved;
  return header.starts_with(DatabaseHeader::magic) && header[DatabaseHeader::write_version_at] == 1 &&
         header[DatabaseHeader::read_version_at] == 1 &&
         big_endian(header.substr(DatabaseHeader::largest_root_at, 4)) == 0 &&
         big_endian(header.substr(DatabaseHeader::encoding_at, 4)) == is_utf8;
}

std::uint64_t PageFile::size_of_file() const {
  sqlite3_int64 size = 0;
  auto const result = file_->pMethods->xFileSize(file_, &size);
  if (result != SQLITE_OK) throw SQLite::Exception("the size of the file cannot be read", result);
  return static_cast<std::uint64_t>(size);
}

void PageFile::read(char* to, std::size_t bytes, std::uint64_t from) const {
  auto const result = file_->pMethods->xRead(file_, to, static_cast<int>(bytes), static_cast<sqlite3_int64>(from));
  if (result == SQLITE_IOERR_SHORT_READ) throw SQLite::Exception("the file is cut short", SQLITE_CORRUPT);
  if (result != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(result), result);
}

char const* PageFile::page(std::uint32_t number, std::vector<char>& buffer) const {
  if (number == 0 || number > file_bytes_ / page_size_)
    throw SQLite::Exception("a page that is not in the file", SQLITE_CORRUPT);
  if (auto const* mapped = mapped_page(number)) return mapped;
  buffer.resize(page_size_ + padding);
  read(buffer.data(), page_size_, (std::uint64_t{number} - 1) * page_size_);
  return buffer.data();
}

}  // namespace quoth::db
