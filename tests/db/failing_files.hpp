// SPDX-License-Identifier: MIT
#pragma once

#include "tests/db/file_layer.hpp"

namespace quoth::test {

// While this lives, the Nth call of one kind fails. Once it is gone nothing fails any more. See FileLayer.
class FailingFiles : public FileLayer {
 public:
  enum class Calls {
    changes,      // writes, truncations and syncs
    half_writes,  // writes, of which the first half reaches the file
    reads,
    opens,
    removals,
    looks,  // whether there is a file, and its size
    locks
  };
  enum class How { once, from_then_on };

  // `code` is what SQLite is told, such as SQLITE_FULL or SQLITE_IOERR_WRITE.
  FailingFiles(Calls calls, long nth, int code, How how) : calls_(calls), left_(nth), code_(code), how_(how) {}

  // Whether any call has failed.
  bool has_failed() const { return failed_; }

  int before(FileCall& call) override;

 private:
  bool concerns(FileCall const& call) const;

  Calls calls_;
  long left_;  // calls until the one that fails
  int code_;
  How how_;
  bool failed_ = false;
};

}  // namespace quoth::test
