// SPDX-License-Identifier: MIT
#include "db/sqlite/store_swap.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/sqlite/file_sync.hpp"
#include "db/sqlite/store_file.hpp"
#include "db/sqlite/store_lock.hpp"
#include "quoth/error.hpp"

namespace quoth::db {

namespace {

namespace fs = std::filesystem;

constexpr std::array<char const*, 3> kept_beside{"-journal", "-wal", "-shm"};

[[noreturn]] void fail(fs::path const& place, char const* what) {
  throw Error(place.string() + what + " (" + std::strerror(errno) + ")");
}

// Who may not give a file away may still give it to a group of their own. That neither can be kept is no failure, as
// with `cp --preserve`.
void keep_owner(fs::path const& of, fs::path const& to) {
  constexpr uid_t same_owner = static_cast<uid_t>(-1);
  struct stat there {};
  if (stat(of.c_str(), &there) != 0) return;
  if (chown(to.c_str(), there.st_uid, there.st_gid) == 0) return;
  if (chown(to.c_str(), same_owner, there.st_gid) != 0) return;
}

void rename_file(fs::path const& from, fs::path const& to) {
  if (rename(from.c_str(), to.c_str()) != 0) fail(to, ": cannot be put in place");
}

void remove_file(fs::path const& file) {
  if (unlink(file.c_str()) != 0 && errno != ENOENT) fail(file, ": cannot be removed");
}

void refuse_directory(fs::path const& file) {
  std::error_code ignored;
  if (fs::is_directory(fs::symlink_status(file, ignored)))
    throw Error(file.string() + ": is a directory; move it away");
}

// A store and the files beside it under another name, where they still belong together.
class MovedAside {
 public:
  MovedAside(fs::path place, fs::path aside) : place_(std::move(place)), aside_(std::move(aside)) {
    moved_.reserve(kept_beside.size() + 1);
  }

  // Does nothing where there is no such file.
  void move(char const* suffix) {
    auto const file = beside(place_, suffix);
    if (!stands_there(file)) return;
    rename_file(file, beside(aside_, suffix));
    moved_.push_back(suffix);
  }

  // What to say where they cannot be moved back; empty where they are. The journals go first, as a store must not
  // stand there without its own.
  std::string give_back() {
    while (!moved_.empty() && rename(beside(aside_, moved_.back()).c_str(), beside(place_, moved_.back()).c_str()) == 0)
      moved_.pop_back();
    return moved_.empty() ? "" : "; the store that was there is now " + aside_.string();
  }

  void remove() const {
    for (auto const* suffix : moved_) remove_file(beside(aside_, suffix));
  }

 private:
  fs::path place_;
  fs::path aside_;
  std::vector<char const*> moved_;
};

}  // namespace

StoreSwap::StoreSwap(fs::path place) : place_(std::move(place)) {
  auto name = place_.string() + ".quoth-XXXXXX";
  auto const descriptor = mkstemp(name.data());
  if (descriptor < 0) fail(place_, ": cannot be written");
  close(descriptor);
  fresh_ = name;
}

StoreSwap::~StoreSwap() {
  if (fresh_.empty()) return;
  unlink(fresh_.c_str());
  for (auto const* suffix : kept_beside) unlink(beside(fresh_, suffix).c_str());
}

void StoreSwap::put_in_place(fs::path const& like, std::function<bool()> const& stop) {
  bool const replaces = stands_there(place_);
  prepare(replaces ? place_ : like);
  std::optional<StoreLock> lock;
  if (replaces) lock.emplace(place_, StoreLock::Against::everybody, stop);
  exchange();
}

void StoreSwap::put_in_place(StoreLock const& /* is held by the caller */) {
  prepare(place_);
  exchange();
}

void StoreSwap::prepare(fs::path const& like) {
  for (auto const* suffix : kept_beside) refuse_directory(beside(place_, suffix));
  if (like == place_) keep_owner(place_, fresh_);
  std::error_code failed;
  fs::permissions(fresh_, fs::status(like).permissions(), failed);
  if (failed) throw Error(place_.string() + ": its rights cannot be kept (" + failed.message() + ")");
}

void StoreSwap::exchange() {
  bool const is_alone =
      std::ranges::none_of(kept_beside, [&](char const* suffix) { return stands_there(beside(place_, suffix)); });
  if (is_alone) {
    rename_file(fresh_, place_);
    fresh_.clear();
    sync_folder_of(place_);
    return;
  }
  MovedAside old(place_, beside(fresh_, "-old"));
  try {
    old.move("");
    sync_folder_of(place_);
    for (auto const* suffix : kept_beside) old.move(suffix);
    sync_folder_of(place_);
    rename_file(fresh_, place_);
  } catch (Error const& error) {
    throw Error(error.what() + old.give_back());
  }
  fresh_.clear();
  sync_folder_of(place_);
  old.remove();
}

}  // namespace quoth::db
