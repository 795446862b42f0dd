// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <iosfwd>
#include <span>
#include <string>

namespace quoth::tools {

// The destination of a report: standard output, a file that is written completely or not at all, or a device or pipe,
// which gets the bytes as they come.
class OutputFile {
 public:
  // An empty path means standard output. Throws Error if the file cannot be created or would replace a store.
  explicit OutputFile(std::string path);
  OutputFile(OutputFile const&) = delete;
  OutputFile& operator=(OutputFile const&) = delete;
  ~OutputFile();

  std::ostream& stream();
  // Puts the file in place, durably: once this returns it outlasts a loss of power. Throws Error if anything could not
  // be written; an old file then stays.
  void commit();

 private:
  std::string path_;
  std::string temporary_;
  std::ofstream file_;
};

// Throws Error where `output` is one of the files that are read: it would take its place. Paths that do not exist, and
// "-", are none.
void refuse_to_replace(std::string const& output, std::span<std::string const> inputs);

}  // namespace quoth::tools
