// SPDX-License-Identifier: MIT
#pragma once

namespace quoth::test {

// While this lives, the Nth time that SQLite asks for memory it gets none
// (https://www.sqlite.org/c3ref/mem_methods.html). No database may be open when it begins and when it ends.
class FailingMemory {
 public:
  explicit FailingMemory(long nth);
  FailingMemory(FailingMemory const&) = delete;
  FailingMemory& operator=(FailingMemory const&) = delete;
  ~FailingMemory();

  // Whether it has failed.
  bool has_failed() const;
};

}  // namespace quoth::test
