// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth {

// A file that is written beside its place, under a name nobody can foresee, until it is whole.
class PartialFile {
 public:
  // Makes it, empty; what runs that died left of earlier ones for the same place is removed. Throws Error where it
  // cannot be made, or a folder stands in its place.
  explicit PartialFile(std::filesystem::path place);
  PartialFile(PartialFile const&) = delete;
  PartialFile& operator=(PartialFile const&) = delete;
  // Removes it where it was not put in its place.
  ~PartialFile();

  std::filesystem::path const& place() const { return place_; }
  // Where it is until then.
  std::filesystem::path const& path() const { return path_; }

  // Waits till its bytes are on the disk. Throws Error where that fails.
  void make_durable() const;
  // Once it is durable. Throws Error where that fails; the old file then stays.
  void put_in_place();

 private:
  std::filesystem::path place_;
  std::filesystem::path path_;
};

}  // namespace quoth
