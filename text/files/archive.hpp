// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/limits.hpp"

namespace quoth::text {

bool is_zip(std::string_view bytes);

// The files in a ZIP container. Does not trust the sizes that it states.
class Archive {
 public:
  // Keeps `bytes`, which must outlive it. Throws Error, naming `where`, if it is not a ZIP file, holds too many
  // files or two of one name, of which each program might show another.
  Archive(std::string_view bytes, Limits const& limits, std::string where);
  Archive(Archive const&) = delete;
  Archive& operator=(Archive const&) = delete;
  ~Archive();

  // Names of the files, in the order of the container; folders end in a slash.
  std::vector<std::string> names() const;
  bool contains(std::string const& name) const;
  // The content of a file; nothing if there is none of that name. Throws Error if it is broken or encrypted, or if all
  // that was read so far exceeds the limits.
  std::optional<std::string> read(std::string const& name);
  // What was read is no longer in memory, and does not count as unpacked.
  void start_anew() { total_ = 0; }

 private:
  struct Handle;

  Limits limits_;
  std::string where_;
  std::size_t bytes_;  // of the container
  std::unique_ptr<Handle> handle_;
  std::size_t total_ = 0;  // bytes unpacked since the start or start_anew
  std::size_t all_ = 0;    // bytes unpacked
};

}  // namespace quoth::text
