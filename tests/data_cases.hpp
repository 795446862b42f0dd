// SPDX-License-Identifier: MIT
// Test cases that are data: each line, block or file of tests/data is registered with doctest under a name of its own
// before main runs, so that ctest lists it, runs it alone and names it when it fails.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quoth::test {

struct DataCase {
  std::string name;  // unique in its program
  std::filesystem::path file;
  unsigned line = 1;  // of the file, where the case begins
  std::string text;   // the line or block; empty where the case is the whole file
};

// Registers each case; `run` is called with the one that doctest has chosen. Two cases of one name are an error.
class DataCases {
 public:
  DataCases(std::vector<DataCase> cases, void (*run)(DataCase const&));
};

// One case a line, but for blank lines and comments ("#"). Its name is the file, the line's number and its first
// `named_by` fields.
std::vector<DataCase> line_cases(std::filesystem::path const& file, std::size_t named_by);

// One case a block under a line "== name", up to the next such line.
std::vector<DataCase> block_cases(std::filesystem::path const& file);

// One case a file or folder of `folder`, but for files that end in `.expected`. Its name is `prefix`, then the entry's.
std::vector<DataCase> entry_cases(std::filesystem::path const& folder, std::string const& prefix);

// The lines of a data file, without comments and blank ones.
std::vector<std::string> data_lines(std::filesystem::path const& file);

// The fields of a line, parted by " | ".
std::vector<std::string> fields(std::string const& line);

// The bytes of a file, empty where there is none.
std::string file_bytes(std::filesystem::path const& file);

// Fails the running case where the texts differ, and prints how, line by line.
void check_same(std::string const& expected, std::string const& actual, std::string const& what = "text");

}  // namespace quoth::test
