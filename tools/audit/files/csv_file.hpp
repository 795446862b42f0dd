// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::tools {

// For whom a CSV file is: for any program (RFC 4180, in UTF-8); for Excel, which takes a file for UTF-8 only where a
// byte order mark says so; or for Excel where a comma is the decimal mark, and semicolons stand between cells.
enum class CsvStyle : std::uint8_t { any, excel, excel_semicolon };

// A table as a CSV file, cell by cell.
class CsvFile {
 public:
  // Writes the names of the columns.
  CsvFile(std::filesystem::path const& file, std::vector<std::string> const& columns, CsvStyle style = CsvStyle::any);

  template <typename... Cells>
  void row(Cells const&... cells) {
    (add(cells), ...);
    end_row();
  }
  // Throws Error if not all could be written.
  void close();

 private:
  void add(std::string_view text);
  void add(std::int64_t number);
  void add(std::optional<std::int64_t> number);
  void add(std::optional<double> number);
  void end_row();

  std::string name_;
  CsvStyle style_;
  std::ofstream file_;
  std::string lines_;
};

}  // namespace quoth::tools
