// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <string>

#include "quoth/limits.hpp"

namespace quoth::text {

// Cuts bytes that come piece by piece into lines, and holds of a line no more than is allowed.
class BoundedLines {
 public:
  // `read` replaces the piece by the next bytes, and leaves it empty at the end. `where` is named in errors.
  BoundedLines(std::function<void(std::string&)> read, std::string where, Limits const& limits);

  // Reads the next line, without its end; false at the end of the bytes. What is over the limit of a line is passed
  // over. Throws Error where that goes on for over 1 GiB.
  bool next(std::string& line);
  // Reads all that is left into the line, line ends too.
  void append_rest(std::string& line);
  // The 1-based number of the last line.
  std::size_t number() const { return number_; }
  // What is wrong with the last line; empty unless it was longer than allowed, and cut.
  std::string const& fault() const { return fault_; }

 private:
  bool fill();
  // Adds what fits of the piece up to `last`.
  void take(std::string& line, std::size_t last);

  std::function<void(std::string&)> read_;
  std::string where_;
  Limits limits_;
  std::string piece_;
  std::size_t at_ = 0;  // in the piece
  std::size_t number_ = 0;
  std::size_t passed_over_ = 0;  // bytes of the last line
  std::string fault_;
};

// Reads a stream for BoundedLines: what is there, without waiting for more than a line. Throws Error where it cannot be
// read.
std::function<void(std::string&)> pieces_of(std::istream& in, std::string where);

}  // namespace quoth::text
