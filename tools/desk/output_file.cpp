// SPDX-License-Identifier: MIT
#include "tools/desk/output_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <utility>

#include "db/sqlite/database_header.hpp"
#include "db/sqlite/file_sync.hpp"
#include "quoth/error.hpp"
#include "tools/desk/new_file.hpp"

namespace quoth::tools {

namespace {

// Whether `path` is not a file that can be replaced: a device, a pipe, or the file that standard output or standard
// error already goes to, as /dev/stdout may be.
bool takes_bytes_as_they_come(std::string const& path) {
  struct stat there {};
  if (stat(path.c_str(), &there) != 0) return false;
  if (!S_ISREG(there.st_mode)) return !S_ISDIR(there.st_mode);
  for (auto const descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
    struct stat open {};
    if (fstat(descriptor, &open) == 0 && open.st_dev == there.st_dev && open.st_ino == there.st_ino) return true;
  }
  return false;
}

// A file that takes another's place may be read by whoever could read that one. Where it stands as a link, what the
// link leads to stays, and says nothing.
void keep_rights(std::string const& from, std::string const& to) {
  struct stat there {};
  if (lstat(from.c_str(), &there) == 0 && S_ISREG(there.st_mode)) chmod(to.c_str(), there.st_mode & 0777U);
}

// Whether a file begins as each database of SQLite does.
bool is_database(std::string const& path) {
  constexpr auto magic = db::DatabaseHeader::magic;
  std::string start(magic.size(), ' ');
  std::ifstream in(path, std::ios::binary);
  return in.read(start.data(), static_cast<std::streamsize>(start.size())) && start == magic;
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  if (path_.empty()) return;
  if (takes_bytes_as_they_come(path_)) {
    file_.open(path_, std::ios::binary | std::ios::app);
  } else {
    if (is_database(path_))
      throw Error(path_ + ": is a store or another database, which this would replace; name another file");
    temporary_ = make_new_file(path_, ".quoth-").string();
    keep_rights(path_, temporary_);
    file_.open(temporary_, std::ios::binary);
  }
  if (file_) return;
  auto const why = std::string(std::strerror(errno));
  if (!temporary_.empty()) std::remove(temporary_.c_str());
  throw Error(path_ + ": cannot be written: " + why);
}

OutputFile::~OutputFile() {
  if (!temporary_.empty()) std::remove(temporary_.c_str());
}

std::ostream& OutputFile::stream() { return path_.empty() ? std::cout : file_; }

void OutputFile::commit() {
  if (path_.empty()) return;
  file_.close();
  if (!file_) throw Error(path_ + ": writing failed; check the disk");
  if (temporary_.empty()) return;
  if (auto const failed = db::sync_file(temporary_))
    throw Error(path_ + ": writing failed: " + failed.message() + "; check the disk");
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    throw Error(path_ + ": cannot be put in place: " + std::strerror(errno));
  }
  temporary_.clear();
  db::sync_folder_of(path_);
}

void refuse_to_replace(std::string const& output, std::span<std::string const> inputs) {
  struct stat there {};
  if (output.empty() || stat(output.c_str(), &there) != 0 || !S_ISREG(there.st_mode)) return;
  for (auto const& input : inputs) {
    struct stat read {};
    if (stat(input.c_str(), &read) == 0 && read.st_dev == there.st_dev && read.st_ino == there.st_ino)
      throw Error(output + ": is read here, and would be replaced by what is written; name another file");
  }
}

}  // namespace quoth::tools
