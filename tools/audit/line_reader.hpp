// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace quoth {

// Reads a file line by line as it unpacks: plain, gzip or Zstandard, by its content.
class LineReader {
 public:
  // Lines longer than `most` bytes are cut. Throws Error where the file cannot be opened.
  LineReader(std::string const& path, std::size_t most);
  ~LineReader();
  LineReader(LineReader const&) = delete;
  LineReader& operator=(LineReader const&) = delete;

  // False at the end. Throws Error where the file is broken off or damaged.
  bool next(std::string& line);
  // Whether the last line was longer than it may be.
  bool cut() const { return cut_; }
  // How far into the file as it is on disk.
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

}  // namespace quoth
