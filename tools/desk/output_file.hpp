// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <iosfwd>
#include <string>

namespace quoth {

// Where a report goes: standard output, a file that appears whole or not at all, or a device or pipe, which takes the
// bytes as they come.
class OutputFile {
 public:
  // An empty path is standard output. Throws Error where the file cannot be made.
  explicit OutputFile(std::string path);
  OutputFile(OutputFile const&) = delete;
  OutputFile& operator=(OutputFile const&) = delete;
  ~OutputFile();

  std::ostream& stream();
  // Puts the file in its place. Throws Error where anything could not be written; the old file then stays.
  void commit();

 private:
  std::string path_;
  std::string temporary_;
  std::ofstream file_;
};

}  // namespace quoth
