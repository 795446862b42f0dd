// SPDX-License-Identifier: MIT
#include "tools/audit/samples/csv_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "quoth/error.hpp"

using quoth::tools::CsvReader;

namespace {

// All cells, "|" between cells and the number of its line before each row.
std::string rows_of(std::string const& bytes) {
  CsvReader reader(bytes);
  std::string rows;
  for (std::vector<std::string> cells; reader.next(cells);) {
    rows += std::to_string(reader.line()) + ":";
    for (auto const& cell : cells) rows += cell + "|";
    rows += "\n";
  }
  return rows;
}

}  // namespace

TEST_CASE("CsvReader: cells, quoted cells and line ends") {
  CHECK(rows_of("a,b\r\n1,\"x, \"\"y\"\"\"\r\n") == "1:a|b|\n2:1|x, \"y\"|\n");
  CHECK(rows_of("a,b\n,") == "1:a|b|\n2:||\n");
  CHECK(rows_of("a,b\r1,2") == "1:a|b|\n2:1|2|\n");
  CHECK(rows_of("a,b\n\"1\n2\",3\n4,5\n") == "1:a|b|\n2:1\n2|3|\n4:4|5|\n");
  CHECK(rows_of("") == "");
}

TEST_CASE("CsvReader: what spreadsheets put before and between") {
  CHECK(rows_of("\xEF\xBB\xBF"
                "a;b\n1,5;2\n") == "1:a|b|\n2:1,5|2|\n");
  CHECK(rows_of("a\tb\n1\t2\n") == "1:a|b|\n2:1|2|\n");
  CHECK(rows_of("sep=;\r\na;b\r\n") == "2:a|b|\n");
  CHECK(rows_of("sep=;") == "");
}

TEST_CASE("CsvReader: a quoted cell without an end is refused") {
  CHECK_THROWS_AS(rows_of("a,b\n\"1,2\n"), quoth::Error);
}
