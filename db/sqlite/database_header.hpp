// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace quoth::db {

// Where the fields of a database file's header stand, in bytes; numbers are big-endian
// (https://www.sqlite.org/fileformat.html#the_database_header).
struct DatabaseHeader {
  static constexpr std::string_view magic{"SQLite format 3\0", 16};
  static constexpr std::size_t size = 100;
  static constexpr std::size_t page_size_at = 16;      // two bytes; 1 means 65,536
  static constexpr std::size_t write_version_at = 18;  // 1 for a rollback journal, 2 for a write-ahead log
  static constexpr std::size_t read_version_at = 19;
  static constexpr std::size_t reserved_at = 20;        // one byte: unused bytes at the end of each page
  static constexpr std::size_t largest_root_at = 52;    // four bytes, not 0 in a file that vacuums itself
  static constexpr std::size_t encoding_at = 56;        // four bytes, 1 for UTF-8
  static constexpr std::size_t application_id_at = 68;  // four bytes

  static constexpr std::size_t least_page_size = 512;
};

}  // namespace quoth::db
