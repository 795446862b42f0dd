// SPDX-License-Identifier: MIT
#include "db/sqlite/table_page.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "db/sqlite/big_endian.hpp"
#include "db/sqlite/database_header.hpp"
#include "db/sqlite/record.hpp"

namespace quoth::db {

namespace {

constexpr char interior_type = 0x05;
constexpr char leaf_type = 0x0d;
constexpr std::size_t cells_at = 3;       // two bytes
constexpr std::size_t last_child_at = 8;  // four bytes, of an interior page
constexpr std::size_t leaf_header = 8;
constexpr std::size_t interior_header = 12;
constexpr std::size_t pointer_bytes = 2;
constexpr std::size_t child_bytes = 4;
// A payload of more bytes than a page has less these goes on on other pages.
constexpr std::size_t beside_payload = 35;

[[noreturn]] void fail() { throw SQLite::Exception("a page of a table that cannot be read", SQLITE_CORRUPT); }

}  // namespace

TablePage::TablePage(std::string_view page, bool is_first) : page_(page) {
  auto const header = is_first ? DatabaseHeader::size : 0;
  if (page.size() < header + interior_header) fail();
  auto const type = page[header];
  if (type != leaf_type && type != interior_type) fail();
  is_leaf_ = type == leaf_type;
  cells_ = big_endian(page.substr(header + cells_at, 2));
  if (!is_leaf_) last_child_ = big_endian(page.substr(header + last_child_at, child_bytes));
  pointers_at_ = header + (is_leaf_ ? leaf_header : interior_header);
  if (cells_ * pointer_bytes > page.size() - pointers_at_) fail();
}

std::string_view TablePage::cell(std::uint32_t number) const {
  auto const at = big_endian(page_.substr(pointers_at_ + number * pointer_bytes, pointer_bytes));
  if (at >= page_.size()) fail();
  return page_.substr(at);
}

std::int64_t TablePage::key_of(std::uint32_t number) const {
  auto bytes = cell(number);
  auto const size = sqlite_varint(bytes).second;
  auto const [key, key_size] = sqlite_varint(bytes.substr(size));
  if (size == 0 || key_size == 0) fail();
  return static_cast<std::int64_t>(key);
}

void TablePage::prefetch_rows() const {
  constexpr std::uint32_t most = 32;
  for (std::uint32_t i = 0; i < cells_ && cells_ <= most; ++i) __builtin_prefetch(cell(i).data());
}

// The search reads few of the cells, but would wait for each in turn: they are asked for all at once.
template <typename Before>
std::uint32_t TablePage::rows_before(Before const& before) const {
  prefetch_rows();
  std::uint32_t low = 0;
  for (auto high = cells_; low < high;) {
    auto const middle = low + (high - low) / 2;
    if (before(key_of(middle)))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

std::uint32_t TablePage::rows_below(std::int64_t key) const {
  return rows_before([&](std::int64_t own) { return own < key; });
}

std::uint32_t TablePage::rows_up_to(std::int64_t key) const {
  return rows_before([&](std::int64_t own) { return own <= key; });
}

TablePage::Row TablePage::row(std::uint32_t number) const {
  auto bytes = cell(number);
  auto const [payload, size] = sqlite_varint(bytes);
  auto const [key, key_size] = sqlite_varint(bytes.substr(size));
  if (size == 0 || key_size == 0) fail();
  bytes.remove_prefix(size + key_size);
  Row row{static_cast<std::int64_t>(key), {}, payload + beside_payload <= page_.size()};
  if (!row.is_whole) return row;
  if (payload > bytes.size()) fail();
  row.payload = bytes.substr(0, payload);
  return row;
}

TablePage::Children TablePage::children() const {
  Children children;
  children.keys.reserve(cells_);
  children.pages.reserve(cells_ + 1);
  for (std::uint32_t i = 0; i < cells_; ++i) {
    auto const bytes = cell(i);
    if (bytes.size() < child_bytes) fail();
    auto const [key, size] = sqlite_varint(bytes.substr(child_bytes));
    if (size == 0) fail();
    children.keys.push_back(static_cast<std::int64_t>(key));
    children.pages.push_back(big_endian(bytes.substr(0, child_bytes)));
  }
  children.pages.push_back(last_child_);
  return children;
}

}  // namespace quoth::db
