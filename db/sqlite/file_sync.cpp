// SPDX-License-Identifier: MIT
#include "db/sqlite/file_sync.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "db/sqlite/descriptor.hpp"

namespace quoth::db {

std::error_code sync_file(std::filesystem::path const& file) {
  Descriptor const descriptor(open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
  if (descriptor && fsync(descriptor.number()) == 0) return {};
  return {errno, std::generic_category()};
}

void sync_folder_of(std::filesystem::path const& file) {
  auto const folder = file.parent_path();
  Descriptor const descriptor(open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor) fsync(descriptor.number());
}

}  // namespace quoth::db
