// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>

namespace quoth::db {

class StoreLock;

// A new file of a random name beside `place`, which is put in place of it as a whole, or removed.
class StoreSwap {
 public:
  // Creates the file, empty and for its owner alone. Throws Error where that cannot be.
  explicit StoreSwap(std::filesystem::path place);
  StoreSwap(StoreSwap const&) = delete;
  StoreSwap& operator=(StoreSwap const&) = delete;
  // Removes the file unless it is in place.
  ~StoreSwap();

  std::filesystem::path const& fresh() const { return fresh_; }

  // Puts the file, written and synced, in place: one rename, by which every other program sees the old store or the new
  // one. A journal or write-ahead log that lies beside the old one belongs to it and would be played back into the new
  // one (https://www.sqlite.org/howtocorrupt.html, 1.4): the old store and what lies beside it are renamed first, so
  // that a crash leaves no store rather than a broken one, and back again where a later step fails. The rights are
  // those of the old store or, where there is none, of `like`; so are the owner and the group of the old store, as far
  // as the user may set them. Waits 30 seconds at most for those who use the old store, as SQLite's locks say; throws
  // Error where that is not enough, where `stop` is true meanwhile, or the file system refuses.
  void put_in_place(std::filesystem::path const& like, std::function<bool()> const& stop = {});
  // The same in place of a store that the caller has locked against writers, and is done with. Waits for nobody: those
  // who read the old store go on with that.
  void put_in_place(StoreLock const& held);

 private:
  void prepare(std::filesystem::path const& like);
  void exchange();

  std::filesystem::path place_;
  std::filesystem::path fresh_;
};

}  // namespace quoth::db
