// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>

struct sqlite3;

namespace quoth::db {

class KeptException;

// How a connection waits for the locks of others (https://www.sqlite.org/c3ref/busy_handler.html). A read, and the
// start of a write, are given up after 30 seconds. A write that has begun waits until all who read have ended, however
// long that takes: giving up would lose hours of an ingest to whoever looks at the store for a minute. Meanwhile the
// store takes no new readers, so the wait ends.
class BusyWait {
 public:
  // Sets the handler of the connection, which must not be used after this or `kept` has gone away.
  BusyWait(sqlite3* database, KeptException& kept);
  BusyWait(BusyWait const&) = delete;
  BusyWait& operator=(BusyWait const&) = delete;
  ~BusyWait() = default;

  // Gives a wait up once `stop` is true; where it throws, the exception is kept.
  void stop_when(std::function<bool()> stop) { stop_ = std::move(stop); }

  // Calls `tell` once, when a write has waited for two seconds. Where it throws, the wait is given up, and the
  // exception kept.
  void when_waiting(std::function<void()> tell) { tell_ = std::move(tell); }

 private:
  using Clock = std::chrono::steady_clock;

  // Waits a little; false if it is not to be tried again. `tries` is the number of waits before for the same lock.
  bool wait(int tries) noexcept;
  bool told() noexcept;

  sqlite3* database_;
  KeptException& kept_;
  std::function<bool()> stop_;
  std::function<void()> tell_;
  Clock::time_point begin_;
};

}  // namespace quoth::db
