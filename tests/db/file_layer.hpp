// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quoth::test {

// A call of SQLite's on a file (https://www.sqlite.org/c3ref/vfs.html).
struct FileCall {
  enum class Kind { open, close, read, write, truncate, sync, remove, look, lock };

  Kind kind;
  std::string_view file;    // its path; empty for a temporary file
  std::string_view bytes;   // of a write
  std::int64_t at = 0;      // where a write begins, or the size that is left
  std::size_t written = 0;  // to be set by `before`: bytes of a refused write that reach the file all the same

  // Whether it changes the file or makes changes durable.
  bool is_change() const { return kind == Kind::write || kind == Kind::truncate || kind == Kind::sync; }
};

// While one lives, every file that SQLite opens passes through it. One at a time; it does not touch files that were
// opened before it, and all that were opened since must be closed before it goes away.
class FileLayer {
 public:
  FileLayer(FileLayer const&) = delete;
  FileLayer& operator=(FileLayer const&) = delete;

  // Is asked before each call. What it returns other than SQLITE_OK is what SQLite is told, and the call is not made.
  virtual int before(FileCall& call) = 0;

 protected:
  FileLayer();
  virtual ~FileLayer();
};

}  // namespace quoth::test
