// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth::db {

// A page of a table's B-tree (https://www.sqlite.org/fileformat.html#b_tree_pages). The page's bytes must outlive it.
// Its functions throw SQLite::Exception where the page is damaged, as every number in it is checked before it is used.
class TablePage {
 public:
  struct Row {
    std::int64_t key = 0;
    std::string_view payload;
    bool is_whole = true;  // false where the rest of the payload is on other pages, and `payload` is empty
  };

  TablePage() = default;
  // `page` is the part of the page that holds content; `is_first` whether it is the file's first, with the header.
  TablePage(std::string_view page, bool is_first);

  bool is_leaf() const { return is_leaf_; }

  // Of a leaf: the number of rows, and the number of those with keys below, or not above, `key`.
  std::uint32_t rows() const { return cells_; }
  std::uint32_t rows_below(std::int64_t key) const;
  std::uint32_t rows_up_to(std::int64_t key) const;
  Row row(std::uint32_t number) const;
  // Asks for the rows' keys to be in the processor's cache soon.
  void prefetch_rows() const;

  // Of an interior page: its children, and the largest key of each but the last.
  struct Children {
    std::vector<std::int64_t> keys;
    std::vector<std::uint32_t> pages;
  };
  Children children() const;

 private:
  std::string_view cell(std::uint32_t number) const;
  std::int64_t key_of(std::uint32_t number) const;
  template <typename Before>
  std::uint32_t rows_before(Before const& before) const;

  std::string_view page_;
  std::size_t pointers_at_ = 0;
  std::uint32_t cells_ = 0;
  std::uint32_t last_child_ = 0;
  bool is_leaf_ = true;
};

}  // namespace quoth::db
