// SPDX-License-Identifier: MIT
#include "tests/db/failing_files.hpp"

#include <sqlite3.h>

namespace quoth::test {

int FailingFiles::before(FileCall& call) {
  if (!concerns(call)) return SQLITE_OK;
  --left_;
  if (left_ > 0 || (left_ < 0 && how_ == How::once)) return SQLITE_OK;
  failed_ = true;
  if (calls_ == Calls::half_writes) call.written = call.bytes.size() / 2;
  return code_;
}

bool FailingFiles::concerns(FileCall const& call) const {
  using Kind = FileCall::Kind;
  switch (calls_) {
    case Calls::changes:
      return call.is_change();
    case Calls::half_writes:
      return call.kind == Kind::write;
    case Calls::reads:
      return call.kind == Kind::read;
    case Calls::opens:
      return call.kind == Kind::open;
    case Calls::removals:
      return call.kind == Kind::remove;
    case Calls::looks:
      return call.kind == Kind::look;
    case Calls::locks:
      return call.kind == Kind::lock;
  }
  return false;
}

}  // namespace quoth::test
