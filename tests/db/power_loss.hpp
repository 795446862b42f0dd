// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/db/file_layer.hpp"

namespace quoth::test {

// A disk that loses power: from the Nth change of a file or of its folder on, every call fails. What a file then holds
// is what was synced, and of each later change any of its sectors or none; a file that was never synced may be missing,
// and one whose removal was not synced with its folder may be there again. See FileLayer.
class PowerLoss : public FileLayer {
 public:
  // The same seed loses the same.
  PowerLoss(long nth, std::uint64_t seed) : left_(nth), state_(seed * 2654435761U + 88172645463325252U) {}

  bool has_happened() const { return left_ <= 0; }
  // The changes so far.
  long changes() const { return changes_; }

  int before(FileCall& call) override;

  // Leaves every file as the disk has it. To be called once all files are closed.
  void leave_what_was_kept();

 private:
  struct Change {
    std::int64_t at = 0;
    std::string bytes;
    bool cuts = false;  // the file's end off, at `at`
  };
  struct Disk {
    std::string synced;
    bool is_listed = false;   // in its folder, durably
    bool is_removed = false;  // but not durably
    std::string older;  // what a file of the name held that was removed, but not durably, before this one was made
    std::vector<Change> changes;
  };

  static void apply(std::string& bytes, Change const& change);
  void apply_some(std::string& bytes, Change const& change);
  void note(FileCall const& call);
  std::string kept(Disk const& disk);
  std::uint64_t random();

  long left_;
  long changes_ = 0;
  std::uint64_t state_;
  std::map<std::string, Disk, std::less<>> disks_;
};

}  // namespace quoth::test
