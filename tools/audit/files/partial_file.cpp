// SPDX-License-Identifier: MIT
#include "tools/audit/files/partial_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "db/sqlite/file_sync.hpp"
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
  if (auto const failed = db::sync_file(path_))
    throw Error(place_.string() + ": writing failed: " + failed.message() + "; run the same command again");
}

void PartialFile::put_in_place() {
  if (std::rename(path_.c_str(), place_.c_str()) != 0)
    throw Error(place_.string() + ": cannot be put in place: " + std::strerror(errno));
  path_.clear();
  db::sync_folder_of(place_);
}

}  // namespace quoth::tools
