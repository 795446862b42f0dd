// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "text/bytes/bounded_lines.hpp"

namespace quoth::tools {

// Reads a file line by line as it is decompressed: plain, gzip or Zstandard, by its magic number.
class LineReader {
 public:
  // Throws Error if the file cannot be opened.
  LineReader(std::string const& path, Limits const& limits);
  ~LineReader();
  LineReader(LineReader const&) = delete;
  LineReader& operator=(LineReader const&) = delete;

  // Reads the next line; false at the end. Throws Error if the file is cut off or damaged.
  bool next(std::string& line) { return lines_.next(line); }
  // What is wrong with the last line, which was longer than allowed and was cut; empty for most.
  std::string const& fault() const { return lines_.fault(); }
  // The position in the compressed file, in bytes.
  std::uint64_t position() const;

  class Bytes;

 private:
  std::unique_ptr<Bytes> bytes_;
  text::BoundedLines lines_;
};

}  // namespace quoth::tools
