// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quoth::tools {

// A folder of pages that is written under an unpredictable name beside its place until it is complete. Leftovers are
// folders, also the older pages of a run that crashed while it replaced them: they are removed with all in them, while
// PartialFile removes files alone, so that neither takes what is not of its kind.
class PartialFolder {
 public:
  // Creates it, empty, and removes what crashed runs left for the same place. Throws Error if it cannot be created, or
  // if what is at the place is no folder of pages alone.
  explicit PartialFolder(std::filesystem::path place);
  PartialFolder(PartialFolder const&) = delete;
  PartialFolder& operator=(PartialFolder const&) = delete;
  // Removes the folder unless it was put in place.
  ~PartialFolder();

  // Writes a file into it. Throws Error if that fails.
  void write(std::string const& name, std::string const& bytes) const;
  // Waits until all bytes are on the disk: of the whole file system at once (syncfs), since hundreds of files would
  // each wait for it. Throws Error if that fails.
  void make_durable() const;
  // Moves the folder to its place, from where an older one is removed. Throws Error if that fails.
  void put_in_place();

 private:
  std::filesystem::path place_;
  std::filesystem::path path_;
};

}  // namespace quoth::tools
