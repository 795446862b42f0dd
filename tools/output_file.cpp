// SPDX-License-Identifier: MIT
#include "output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <system_error>
#include <utility>

#include "quoth/error.hpp"

namespace quoth {

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  if (path_.empty()) return;
  temporary_ = path_ + ".quoth-" + std::to_string(getpid());
  file_.open(temporary_, std::ios::binary);
  if (!file_) throw Error(path_ + ": cannot be written: " + std::strerror(errno));
}

OutputFile::~OutputFile() {
  if (!temporary_.empty()) std::remove(temporary_.c_str());
}

std::ostream& OutputFile::stream() { return path_.empty() ? std::cout : file_; }

void OutputFile::commit() {
  if (path_.empty()) return;
  file_.close();
  if (!file_) throw Error(path_ + ": writing failed; check the disk");
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    throw Error(path_ + ": cannot be put in place: " + std::strerror(errno));
  }
  temporary_.clear();
}

}  // namespace quoth
