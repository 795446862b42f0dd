// SPDX-License-Identifier: MIT
#include "text/files/file_bytes.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include "quoth/error.hpp"
#include "quoth/limits.hpp"

namespace quoth::text {

namespace {

void check_readable(std::string const& path) {
  std::error_code error;
  auto const status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) throw Error(path + ": no such file; check the path");
  if (std::filesystem::is_directory(status)) throw Error(path + ": is a directory; name the files in it");
}

// Reads up to `most` bytes, and a little more where there are more. Reserves `expected`: growing would take up to half
// as much memory again.
std::string read_from(std::istream& in, std::size_t most, std::size_t expected) {
  constexpr std::size_t step = 1024UL * 1024;  // bytes read at a time
  std::string bytes;
  if (expected > 0) bytes.reserve(expected + step);
  while (in && bytes.size() <= most) {
    auto const size = bytes.size();
    bytes.resize(size + step);
    in.read(bytes.data() + size, static_cast<std::streamsize>(step));
    bytes.resize(size + static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

}  // namespace

std::string name_of_file(std::string const& path) { return path == standard_input ? "standard input" : path; }

std::ifstream open_file(std::string const& path) {
  check_readable(path);
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path + ": cannot be read: " + std::strerror(errno));
  return in;
}

std::string read_file(std::string const& path, Limits const& limits) {
  std::string bytes;
  if (path == standard_input) {
    bytes = read_from(std::cin, limits.bytes, 0);
  } else {
    auto in = open_file(path);
    std::error_code unknown;
    auto const size = std::filesystem::file_size(path, unknown);
    bytes = read_from(in, limits.bytes, unknown || size > limits.bytes ? 0 : size);
    if (in.bad()) throw Error(path + ": reading failed; check the disk");
  }
  if (bytes.empty()) throw Error(name_of_file(path) + ": is empty; there is nothing to read");
  return bytes;
}

std::string read_short_file(std::string const& path, std::size_t most_kib, std::string const& what) {
  auto in = open_file(path);
  auto const most = most_kib * 1024;
  auto bytes = read_from(in, most, 0);
  if (in.bad()) throw Error(path + ": reading failed; check the disk");
  if (bytes.size() > most) throw Error(path + ": is over " + std::to_string(most_kib) + " KiB, too long for a " + what);
  return bytes;
}

}  // namespace quoth::text
