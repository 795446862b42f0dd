// SPDX-License-Identifier: MIT
#include "tools/desk/output_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <utility>

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

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  if (path_.empty()) return;
  if (takes_bytes_as_they_come(path_)) {
    file_.open(path_, std::ios::binary | std::ios::app);
  } else {
    temporary_ = make_new_file(path_, ".quoth-").string();
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
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    throw Error(path_ + ": cannot be put in place: " + std::strerror(errno));
  }
  temporary_.clear();
}

}  // namespace quoth::tools
