// SPDX-License-Identifier: MIT
#include "tools/audit/files/partial_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "db/sqlite/descriptor.hpp"
#include "db/sqlite/file_sync.hpp"
#include "quoth/error.hpp"
#include "text/unicode/ascii.hpp"
#include "tools/desk/new_file.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

constexpr char const* infix = ".partial-";
constexpr char const* older = ".older";

// Whether an audit may have written a page of that name.
bool is_name_of_page(std::string const& name) {
  return name.ends_with(".html") && std::ranges::all_of(name, [](char c) {
           return text::is_ascii_lower(c) || text::is_ascii_digit(c) || c == '_' || c == '-' || c == '.';
         });
}

// The folder may hold somebody's work, which must not be replaced.
void refuse_other_files(fs::path const& place) {
  std::error_code error;
  auto const status = fs::symlink_status(place, error);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status)) throw Error(place.string() + ": is no folder; remove it");
  fs::directory_iterator entry(place, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (!fs::is_regular_file(entry->symlink_status(ignored)) || !is_name_of_page(entry->path().filename().string()))
      throw Error(place.string() + ": holds " + entry->path().filename().string() +
                  ", which no audit wrote; move it, or name another folder");
  }
  if (error) throw Error(place.string() + ": cannot be read: " + error.message());
}

void remove_leftovers(fs::path const& place) {
  auto const beginning = place.filename().string() + infix;
  std::error_code ignored;
  for (fs::directory_iterator entry(place.parent_path(), ignored), end; !ignored && entry != end;
       entry.increment(ignored)) {
    std::error_code failed;
    if (entry->path().filename().string().starts_with(beginning)) fs::remove_all(entry->path(), failed);
  }
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

PartialFolder::PartialFolder(fs::path place) : place_(std::move(place)) {
  refuse_other_files(place_);
  remove_leftovers(place_);
  path_ = make_new_folder(place_, infix);
}

PartialFolder::~PartialFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

void PartialFolder::write(std::string const& name, std::string const& bytes) const {
  auto const file = path_ / name;
  db::Descriptor const descriptor(open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!descriptor || !write_all(descriptor.number(), bytes))
    throw Error((place_ / name).string() + ": writing failed: " + std::strerror(errno) +
                "; run the same command again");
}

void PartialFolder::make_durable() const {
  db::Descriptor const descriptor(open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  if (!descriptor || syncfs(descriptor.number()) != 0)
    throw Error(place_.string() + ": writing failed: " + std::strerror(errno) + "; run the same command again");
}

void PartialFolder::put_in_place() {
  std::error_code ignored;
  auto const old = path_.string() + older;
  auto const is_there = fs::exists(fs::symlink_status(place_, ignored));
  if (is_there && std::rename(place_.c_str(), old.c_str()) != 0)
    throw Error(place_.string() + ": cannot be replaced: " + std::strerror(errno));
  if (std::rename(path_.c_str(), place_.c_str()) != 0) {
    auto const failure = errno;
    if (is_there) fs::rename(old, place_, ignored);
    throw Error(place_.string() + ": cannot be put in place: " + std::strerror(failure));
  }
  path_.clear();
  db::sync_folder_of(place_);
  fs::remove_all(old, ignored);
}

}  // namespace quoth::tools
