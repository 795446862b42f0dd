// SPDX-License-Identifier: MIT
#include "db/sqlite/table_reader.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>

namespace quoth::db {

namespace {

[[noreturn]] void fail() { throw SQLite::Exception("a table whose pages do not hang together", SQLITE_CORRUPT); }

std::uint32_t child_for(TablePage::Children const& children, std::int64_t key) {
  return static_cast<std::uint32_t>(std::ranges::lower_bound(children.keys, key) - children.keys.begin());
}

}  // namespace

void TableReader::begin(std::uint32_t root) {
  root_ = root;
  interior_.clear();
  children_ = 0;
  end();
}

// The page as an interior one; null where it is a leaf, which then is the current one.
TablePage::Children const* TableReader::interior(std::uint32_t number) {
  if (number == leaf_number_) return nullptr;
  if (auto const known = interior_.find(number); known != interior_.end()) return &known->second;
  leaf_number_ = 0;
  TablePage const page({pages_.page(number, buffer_), pages_.usable_size()}, number == 1);
  if (page.is_leaf()) {
    leaf_ = page;
    leaf_number_ = number;
    return nullptr;
  }
  auto children = page.children();
  if (children_ > most_children) interior_.clear(), children_ = 0;
  children_ += children.pages.size();
  return &interior_.emplace(number, std::move(children)).first->second;
}

// Goes down from a page to a leaf, by the children that `choose` names.
template <typename Choose>
void TableReader::go_down(std::uint32_t number, Choose const& choose) {
  while (auto const* children = interior(number)) {
    if (depth_ == most_levels) fail();
    auto const child = choose(*children);
    path_[depth_++] = {number, child};
    number = children->pages[child];
  }
  if (leaf_.rows() == 0 && depth_ > 0) fail();  // only a table without rows has such a page
}

void TableReader::go_down_to(std::int64_t key) {
  depth_ = 0;
  has_path_ = true;
  go_down(root_, [&](auto const& children) { return child_for(children, key); });
}

bool TableReader::find_last(std::int64_t key) {
  go_down_to(key);
  at_ = leaf_.rows_up_to(key);
  if (at_ == 0) {
    if (!to_leaf_beside(false)) return false;
    at_ = leaf_.rows();
  }
  row_ = leaf_.row(--at_);
  if (row_.key > key) fail();
  return true;
}

bool TableReader::find_first(std::int64_t key) {
  go_down_to(key);
  at_ = leaf_.rows_below(key);
  if (at_ == leaf_.rows()) {
    if (!to_leaf_beside(true)) return false;
    at_ = 0;
  }
  row_ = leaf_.row(at_);
  if (row_.key < key) fail();
  return true;
}

PrefetchedRow TableReader::prefetch_page(std::int64_t key) {
  PrefetchedRow row{key, {}, {}, {}, {}};
  auto number = root_;
  std::size_t level = 0;
  for (auto known = interior_.find(number); known != interior_.end(); known = interior_.find(number)) {
    if (++level > most_levels) return row;
    number = known->second.pages[child_for(known->second, key)];
  }
  row.bytes = level > 0 ? pages_.mapped_page(number) : nullptr;
  if (row.bytes == nullptr) return row;
  row.leaf = number;
  __builtin_prefetch(row.bytes);
  return row;
}

// An interior page that is not known yet is left to find_last.
void TableReader::prefetch_keys(PrefetchedRow& row) const {
  if (row.leaf == 0) return;
  row.page = TablePage({row.bytes, pages_.usable_size()}, row.leaf == 1);
  if (row.page.is_leaf())
    row.page.prefetch_rows();
  else
    row.leaf = 0;
}

void TableReader::prefetch_payload(PrefetchedRow& row) const {
  if (row.leaf == 0) return;
  row.end = row.page.rows_up_to(row.key);
  if (row.end == 0) return;
  auto const payload = row.page.row(row.end - 1).payload;
  constexpr std::size_t cache_line = 64;  // bytes
  for (std::size_t at = 0; at < payload.size(); at += cache_line) __builtin_prefetch(payload.data() + at);
}

bool TableReader::find_last(PrefetchedRow const& row) {
  if (row.end == 0) return find_last(row.key);
  has_path_ = false;
  leaf_ = row.page;
  leaf_number_ = row.leaf;
  at_ = row.end - 1;
  row_ = leaf_.row(at_);
  if (row_.key > row.key) fail();
  return true;
}

// Moves to the leaf after or before the current one. Returns false where there is none.
bool TableReader::to_leaf_beside(bool after) {
  auto const leaf = leaf_number_;
  if (!has_path_) go_down_to(row_.key);
  if (leaf_number_ != leaf) fail();
  for (; depth_ > 0; --depth_) {
    auto& step = path_[depth_ - 1];
    auto const* children = interior(step.page);
    if (children == nullptr) fail();
    if (after ? step.child + 1 >= children->pages.size() : step.child == 0) continue;
    step.child = after ? step.child + 1 : step.child - 1;
    go_down(children->pages[step.child], [&](auto const& below) {
      return after ? std::uint32_t{0} : static_cast<std::uint32_t>(below.pages.size() - 1);
    });
    return true;
  }
  return false;
}

bool TableReader::next() {
  auto const before = row_.key;
  if (at_ + 1 < leaf_.rows()) {
    ++at_;
  } else {
    if (!to_leaf_beside(true)) return false;
    at_ = 0;
  }
  row_ = leaf_.row(at_);
  if (row_.key <= before) fail();
  return true;
}

bool TableReader::previous() {
  auto const after = row_.key;
  if (at_ == 0) {
    if (!to_leaf_beside(false)) return false;
    at_ = leaf_.rows();
  }
  row_ = leaf_.row(--at_);
  if (row_.key >= after) fail();
  return true;
}

}  // namespace quoth::db
