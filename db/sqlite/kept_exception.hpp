// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <utility>

namespace quoth::db {

// For functions that SQLite calls back: no exception may pass through its C code. It is kept, SQLite is told to give
// up, and whoever called SQLite throws it again.
class KeptException {
 public:
  // What `action` returns, or `otherwise` where it throws.
  template <typename Result, typename Action>
  Result run(Action const& action, Result otherwise) noexcept {
    try {
      return action();
    } catch (...) {
      kept_ = std::current_exception();
      return otherwise;
    }
  }

  // Throws what was kept, once.
  void rethrow() {
    if (kept_) std::rethrow_exception(std::exchange(kept_, nullptr));
  }

 private:
  std::exception_ptr kept_;
};

}  // namespace quoth::db
