// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace quoth::tools {

// Reads a file line by line as it is decompressed: plain, gzip or Zstandard, by its magic number.
class LineReader {
 public:
  // Cuts lines longer than `most` bytes. Throws Error if the file cannot be opened.
  LineReader(std::string const& path, std::size_t most);
  ~LineReader();
  LineReader(LineReader const&) = delete;
  LineReader& operator=(LineReader const&) = delete;

  // Reads the next line; false at the end. Throws Error if the file is cut off or damaged.
  bool next(std::string& line);
  // Whether the last line was longer than allowed and was cut.
  bool cut() const { return cut_; }
  // The position in the compressed file, in bytes.
  std::uint64_t position() const;

  class Bytes;

 private:
  bool fill();

  std::unique_ptr<Bytes> bytes_;
  std::size_t most_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool cut_ = false;
};

}  // namespace quoth::tools
