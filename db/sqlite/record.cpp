// SPDX-License-Identifier: MIT
#include "db/sqlite/record.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace quoth::db {

namespace {

constexpr std::size_t longest_varint = 9;  // the ninth byte has eight bits of the number, the others seven

// Serial types: 1 to 6 are integers of so many bytes, 8 and 9 are the numbers 0 and 1; from 12 on blobs (even) and
// texts (odd) of every length.
constexpr std::uint64_t null_type = 0;
constexpr std::array<std::uint8_t, 7> integer_bytes{0, 1, 2, 3, 4, 6, 8};
constexpr std::uint64_t zero_type = 8;
constexpr std::uint64_t one_type = 9;
constexpr std::uint64_t first_blob_type = 12;
constexpr std::uint64_t first_text_type = 13;

[[noreturn]] void fail() { throw SQLite::Exception("a row that cannot be read", SQLITE_CORRUPT); }

}  // namespace

std::pair<std::uint64_t, std::size_t> sqlite_varint(std::string_view bytes) {
  std::uint64_t number = 0;
  auto const most = std::min(bytes.size(), longest_varint);
  for (std::size_t i = 0; i < most; ++i) {
    auto const byte = static_cast<unsigned char>(bytes[i]);
    if (i + 1 == longest_varint) return {number << 8 | byte, longest_varint};
    number = number << 7 | (byte & 0x7f);
    if (byte < 0x80) return {number, i + 1};
  }
  return {0, 0};
}

Record::Record(std::string_view bytes) {
  auto const [size, own] = sqlite_varint(bytes);
  if (own == 0 || size < own || size > bytes.size()) fail();
  types_ = bytes.substr(own, size - own);
  values_ = bytes.substr(size);
}

std::uint64_t Record::next_type() {
  auto const [type, size] = sqlite_varint(types_);
  if (size == 0) fail();
  types_.remove_prefix(size);
  return type;
}

std::string_view Record::take(std::uint64_t bytes) {
  if (bytes > values_.size()) fail();
  auto const taken = values_.substr(0, bytes);
  values_.remove_prefix(bytes);
  return taken;
}

std::int64_t Record::integer_of(std::uint64_t type) {
  if (type == zero_type || type == one_type) return type == one_type ? 1 : 0;
  if (type == null_type || type >= integer_bytes.size()) fail();
  auto const bytes = take(integer_bytes[type]);
  auto number = static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<signed char>(bytes[0])));
  for (auto const byte : bytes.substr(1)) number = number << 8 | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(number);
}

void Record::null() {
  if (next_type() != null_type) fail();
}

std::int64_t Record::integer() { return integer_of(next_type()); }

std::optional<std::int64_t> Record::integer_or_null() {
  auto const type = next_type();
  if (type == null_type) return std::nullopt;
  return integer_of(type);
}

std::string_view Record::blob() {
  auto const type = next_type();
  if (type < first_blob_type || type % 2 != first_blob_type % 2) fail();
  return take((type - first_blob_type) / 2);
}

std::string_view Record::text() {
  auto const type = next_type();
  if (type < first_text_type || type % 2 != first_text_type % 2) fail();
  return take((type - first_text_type) / 2);
}

}  // namespace quoth::db
