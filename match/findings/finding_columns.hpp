// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "db/audit/article_rows.hpp"
#include "text/json/json_writer.hpp"

namespace quoth::match {

// A table of findings, a row a quotation, as JSON by its columns. What a row lacks is null: in a table of findings, an
// empty text means that there is none. The names are those of the view `findings` of an audit, where it has the column.
class FindingColumns {
 public:
  // Adds the quotations of the article in that row of the input.
  void add(std::size_t row, std::string_view article, db::ArticleRows const& rows);
  // Adds one row for an article that could not be read.
  void add_unreadable(std::size_t row, std::string_view article, std::string_view error);
  // Adds the other's rows.
  void append(FindingColumns const& other);

  // {"row":[0,…],"article":["a",…],…}
  std::string json() const;

 private:
  static constexpr std::size_t count = 27;

  template <typename... Values>
  void add_row(Values const&... values);

  std::array<std::string, count> columns_;  // the items, with a comma after each
  text::JsonWriter json_;
};

}  // namespace quoth::match
