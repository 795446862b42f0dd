// SPDX-License-Identifier: MIT
#pragma once

namespace quoth::test {

// While this lives, every file that SQLite opens passes through a layer (https://www.sqlite.org/vfs.html) in which the
// Nth change of a file fails: a write, a truncation or a sync. One at a time; it does not touch files that were opened
// before it, and once it is gone nothing fails any more.
class FailingFiles {
 public:
  enum class How { once, from_then_on };

  // `code` is what SQLite is told, such as SQLITE_FULL or SQLITE_IOERR_WRITE.
  FailingFiles(long nth, int code, How how);
  FailingFiles(FailingFiles const&) = delete;
  FailingFiles& operator=(FailingFiles const&) = delete;
  ~FailingFiles();

  // Whether any change has failed.
  static bool has_failed();
};

}  // namespace quoth::test
