// SPDX-License-Identifier: MIT
#include "db/sqlite/busy_wait.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "db/sqlite/kept_exception.hpp"

namespace quoth::db {

namespace {

constexpr std::chrono::seconds longest_wait{30};
constexpr std::chrono::seconds wait_untold{2};
constexpr std::chrono::milliseconds longest_pause{100};

}  // namespace

BusyWait::BusyWait(sqlite3* database, KeptException& kept) : database_(database), kept_(kept) {
  sqlite3_busy_handler(
      database, [](void* self, int tries) { return static_cast<BusyWait*>(self)->wait(tries) ? 1 : 0; }, this);
}

// Once the transaction writes, the only lock that it can still lack is the exclusive one of its commit, or of pages
// that its cache cannot hold.
bool BusyWait::wait(int tries) noexcept {
  if (tries == 0) begin_ = Clock::now();
  if (stop_ && kept_.run(stop_, true)) return false;
  auto const waited = Clock::now() - begin_;
  bool const is_writing = sqlite3_txn_state(database_, "main") == SQLITE_TXN_WRITE;
  if (!is_writing && waited >= longest_wait) return false;
  if (is_writing && waited >= wait_untold && !told()) return false;
  std::this_thread::sleep_for(std::min(longest_pause, std::chrono::milliseconds(1 + 2 * tries)));
  return true;
}

// Tells it if it is to be told; false if that has thrown.
bool BusyWait::told() noexcept {
  if (!tell_) return true;
  auto const tell = std::exchange(tell_, nullptr);
  return kept_.run(
      [&] {
        tell();
        return true;
      },
      false);
}

}  // namespace quoth::db
