// SPDX-License-Identifier: MIT
#include "tools/desk/new_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <random>
#include <string>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

std::string random_letters() {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::random_device chance;
  std::uniform_int_distribution<std::size_t> any(0, letters.size() - 1);
  std::string word(12, ' ');
  for (auto& letter : word) letter = letters[any(chance)];
  return word;
}

}  // namespace

std::filesystem::path make_new_file(std::filesystem::path const& place, char const* infix) {
  for (;;) {
    auto name = place.string() + infix + random_letters();
    auto const descriptor = open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      close(descriptor);
      return name;
    }
    if (errno != EEXIST) throw Error(place.string() + ": cannot be written: " + std::strerror(errno));
  }
}

std::filesystem::path make_new_folder(std::filesystem::path const& place, char const* infix) {
  for (;;) {
    auto name = place.string() + infix + random_letters();
    if (mkdir(name.c_str(), 0777) == 0) return name;
    if (errno != EEXIST) throw Error(place.string() + ": cannot be made: " + std::strerror(errno));
  }
}

}  // namespace quoth::tools
