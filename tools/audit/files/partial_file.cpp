// SPDX-License-Identifier: MIT
#include "tools/audit/files/partial_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "quoth/error.hpp"
#include "tools/desk/new_file.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

constexpr char const* infix = ".partial-";

void remove_leftovers(fs::path const& place) {
  auto const beginning = place.filename().string() + infix;
  std::error_code ignored;
  for (fs::directory_iterator entry(place.parent_path(), ignored), end; !ignored && entry != end;
       entry.increment(ignored))
    if (entry->path().filename().string().starts_with(beginning)) fs::remove(entry->path(), ignored);
}

}  // namespace

PartialFile::PartialFile(fs::path place) : place_(std::move(place)) {
  std::error_code ignored;
  if (fs::is_directory(place_, ignored)) throw Error(place_.string() + ": a folder is in the way; remove it");
  remove_leftovers(place_);
  path_ = make_new_file(place_, infix);
}

PartialFile::~PartialFile() {
  if (!path_.empty()) std::remove(path_.c_str());
}

void PartialFile::make_durable() const {
  auto const descriptor = open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  bool const kept = descriptor >= 0 && fsync(descriptor) == 0;
  int const failure = errno;
  if (descriptor >= 0) close(descriptor);
  if (!kept)
    throw Error(place_.string() + ": writing failed: " + std::strerror(failure) + "; run the same command again");
}

void PartialFile::put_in_place() {
  if (std::rename(path_.c_str(), place_.c_str()) != 0)
    throw Error(place_.string() + ": cannot be put in place: " + std::strerror(errno));
  path_.clear();
}

}  // namespace quoth::tools
