// SPDX-License-Identifier: MIT
#include "partial_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "quoth/error.hpp"

namespace quoth {

std::filesystem::path partial(std::filesystem::path const& file) { return file.string() + ".partial"; }

void make_durable(std::filesystem::path const& file) {
  auto const descriptor = open(partial(file).c_str(), O_RDONLY | O_CLOEXEC);
  bool const kept = descriptor >= 0 && fsync(descriptor) == 0;
  int const failure = errno;
  if (descriptor >= 0) close(descriptor);
  if (!kept)
    throw Error(file.string() + ": writing failed: " + std::strerror(failure) + "; run the same command again");
}

void put_in_place(std::filesystem::path const& file) {
  if (std::rename(partial(file).c_str(), file.c_str()) != 0)
    throw Error(file.string() + ": cannot be put in place: " + std::strerror(errno));
}

}  // namespace quoth
