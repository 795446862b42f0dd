// SPDX-License-Identifier: MIT
#include "db/sqlite/store_lock.hpp"

#include <fcntl.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>

#include "quoth/error.hpp"

namespace quoth::db {

namespace {

// The bytes that SQLite locks (https://www.sqlite.org/src/file?name=src/os.h, "PENDING_BYTE"): all of them, or the one
// that a writer locks before it begins.
constexpr off_t pending_byte = 0x40000000;
constexpr off_t reserved_byte = pending_byte + 1;
constexpr off_t all_bytes = 512;
constexpr std::chrono::seconds longest_wait{30};
constexpr std::chrono::milliseconds pause_between{50};

}  // namespace

StoreLock::StoreLock(std::filesystem::path const& store, Against against, std::function<bool()> const& stop)
    : descriptor_(open(store.c_str(), O_RDWR | O_CLOEXEC)) {
  if (!descriptor_) throw Error(store.string() + ": cannot be replaced (" + std::strerror(errno) + ")");
  lock(store, against, stop);
}

void StoreLock::lock(std::filesystem::path const& store, Against against, std::function<bool()> const& stop) const {
  bool const alone = against == Against::everybody;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = alone ? pending_byte : reserved_byte;
  lock.l_len = alone ? all_bytes : 1;
  auto const end = std::chrono::steady_clock::now() + longest_wait;
  while (fcntl(descriptor_.number(), F_OFD_SETLK, &lock) != 0) {
    if (errno != EAGAIN && errno != EACCES)
      throw Error(store.string() + ": cannot be locked (" + std::strerror(errno) + ")");
    if (!alone) throw Error(store.string() + ": another program is writing to it; try again when that has finished");
    if (std::chrono::steady_clock::now() > end || (stop && stop()))
      throw Error(store.string() + ": another program is using it; try again when that has ended");
    std::this_thread::sleep_for(pause_between);
  }
}

}  // namespace quoth::db
