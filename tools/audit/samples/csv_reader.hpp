// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::tools {

// Reads CSV (RFC 4180) as spreadsheets save it: after a byte order mark and a line "sep=;", with commas, semicolons or
// tabulators between cells, as the line that follows tells, and any line ends. A quoted cell may hold line breaks.
class CsvReader {
 public:
  // `bytes` must outlive it.
  explicit CsvReader(std::string_view bytes);

  // Reads the next row into `cells`; false at the end. Throws Error, without the file's name, where a quoted cell has
  // no end.
  bool next(std::vector<std::string>& cells);
  // The line where the row that was read last begins, from 1.
  std::size_t line() const { return line_; }

 private:
  void read_quoted(std::string& cell);

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  std::size_t next_line_ = 1;
  char separator_ = ',';
};

}  // namespace quoth::tools
