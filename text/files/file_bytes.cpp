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

}  // namespace

std::string name_of_file(std::string const& path) { return path == standard_input ? "standard input" : path; }

std::ifstream open_file(std::string const& path) {
  check_readable(path);
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path + ": cannot be read: " + std::strerror(errno));
  return in;
}

std::string read_file(std::string const& path, Limits const& limits) {
  constexpr std::size_t step = 1024UL * 1024;  // bytes read at a time
  std::string bytes;
  auto const read_from = [&](std::istream& in) {
    while (in && bytes.size() <= limits.bytes) {
      auto const size = bytes.size();
      bytes.resize(size + step);
      in.read(bytes.data() + size, static_cast<std::streamsize>(step));
      bytes.resize(size + static_cast<std::size_t>(in.gcount()));
    }
  };
  if (path == standard_input) {
    read_from(std::cin);
  } else {
    auto in = open_file(path);
    // Reserves: growing would take up to half as much memory again.
    std::error_code unknown;
    auto const size = std::filesystem::file_size(path, unknown);
    if (!unknown && size <= limits.bytes) bytes.reserve(size + step);
    read_from(in);
    if (in.bad()) throw Error(path + ": reading failed; check the disk");
  }
  if (bytes.empty()) throw Error(name_of_file(path) + ": is empty; there is nothing to read");
  return bytes;
}

}  // namespace quoth::text
