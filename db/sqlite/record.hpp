// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace quoth::db {

// SQLite's varint at the start of `bytes` (https://www.sqlite.org/fileformat.html#varint): the number, and its length
// in bytes, 0 where it does not end.
std::pair<std::uint64_t, std::size_t> sqlite_varint(std::string_view bytes);

// The columns of a row as it is stored (https://www.sqlite.org/fileformat.html#record_format), read one after the
// other. Throws SQLite::Exception where the bytes are no record, or the next column is missing or of another kind.
class Record {
 public:
  explicit Record(std::string_view bytes);

  // A column that is NULL, as SQLite stores that of the key.
  void null();
  std::int64_t integer();
  std::optional<std::int64_t> integer_or_null();
  std::string_view blob();
  std::string_view text();

 private:
  std::uint64_t next_type();
  std::string_view take(std::uint64_t bytes);
  std::int64_t integer_of(std::uint64_t type);

  std::string_view types_;
  std::string_view values_;
};

}  // namespace quoth::db
