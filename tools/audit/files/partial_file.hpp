// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth::tools {

// A file that is written under an unpredictable name beside its place until it is complete. For folders see
// PartialFolder, whose leftovers are removed with all that is in them.
class PartialFile {
 public:
  // Creates it, empty, and removes what crashed runs left for the same place. Throws Error if it cannot be created, or
  // if the place is a folder.
  explicit PartialFile(std::filesystem::path place);
  PartialFile(PartialFile const&) = delete;
  PartialFile& operator=(PartialFile const&) = delete;
  // Removes the file unless it was put in place.
  ~PartialFile();

  std::filesystem::path const& place() const { return place_; }
  // Where the file is until then.
  std::filesystem::path const& path() const { return path_; }

  // Waits until the bytes are on the disk (fsync). Throws Error if that fails.
  void make_durable() const;
  // Renames the file to its place, once it is durable, and syncs the folder. Throws Error if that fails; an old file
  // then stays.
  void put_in_place();

 private:
  std::filesystem::path place_;
  std::filesystem::path path_;
};

}  // namespace quoth::tools
