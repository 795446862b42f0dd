// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/sqlite/page_file.hpp"
#include "db/sqlite/table_page.hpp"

namespace quoth::db {

// A row that is looked up in steps; see TableReader.
struct PrefetchedRow {
  std::int64_t key = 0;
  std::uint32_t leaf = 0;       // the number of its page, 0 where it is not mapped
  char const* bytes = nullptr;  // of the page
  TablePage page;
  std::uint32_t end = 0;  // one past the row's number, 0 where it is not known
};

// A cursor over the rows of a table, in the order of their keys, that reads the pages of its B-tree directly: some
// tenths of a microsecond a row where SQLite's statement takes several. Its functions throw SQLite::Exception where the
// tree is damaged; each row that is moved to has a key beyond that of the one before, so a tree with a circle ends too.
// The pages must be in a transaction whenever a function is called; what it returns is invalid after the next one.
class TableReader {
 public:
  explicit TableReader(PageFile const& pages) : pages_(pages) {}

  // To be called when the file may have changed, with the number of the tree's first page.
  void begin(std::uint32_t root);
  // To be called when a transaction ends.
  void end() { leaf_number_ = 0; }

  // Moves to the last row with a key of at most `key`. Returns false where there is none.
  bool find_last(std::int64_t key);
  // Moves to the first row with a key of at least `key`. Returns false where there is none.
  bool find_first(std::int64_t key);
  bool next();
  bool previous();

  std::int64_t key() const { return row_.key; }
  // The row's record. Empty where it is not whole. PageFile::padding more bytes behind it can be read.
  std::string_view payload() const { return row_.payload; }
  bool is_whole() const { return row_.is_whole; }

  // find_last in steps, each of which asks for the memory that the next one reads: several of them, done in turn, take
  // half the time. The steps may be left out, and do nothing where a page is not mapped.
  PrefetchedRow prefetch_page(std::int64_t key);
  void prefetch_keys(PrefetchedRow& row) const;
  void prefetch_payload(PrefetchedRow& row) const;
  bool find_last(PrefetchedRow const& row);

 private:
  static constexpr std::size_t most_levels = 20;  // as in SQLite
  static constexpr std::size_t most_children = std::size_t{1} << 20;

  // An interior page on the way from the root, and the child that was taken.
  struct Step {
    std::uint32_t page = 0;
    std::uint32_t child = 0;
  };

  TablePage::Children const* interior(std::uint32_t number);
  template <typename Choose>
  void go_down(std::uint32_t number, Choose const& choose);
  void go_down_to(std::int64_t key);
  bool to_leaf_beside(bool after);

  PageFile const& pages_;
  std::uint32_t root_ = 0;
  // Interior pages as read, at most `most_children` children together: about 12 megabytes.
  std::unordered_map<std::uint32_t, TablePage::Children> interior_;
  std::size_t children_ = 0;

  std::array<Step, most_levels> path_{};
  std::size_t depth_ = 0;
  bool has_path_ = false;
  std::uint32_t leaf_number_ = 0;  // 0 where none is loaded
  TablePage leaf_;
  std::uint32_t at_ = 0;  // of the leaf's rows
  TablePage::Row row_;
  std::vector<char> buffer_;
};

}  // namespace quoth::db
