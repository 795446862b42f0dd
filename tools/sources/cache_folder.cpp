// SPDX-License-Identifier: MIT
#include "tools/sources/cache_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "quoth/error.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

constexpr char const* what_to_do = "; name another cache with XDG_CACHE_HOME, or a store with --store";

std::string variable(char const* name) {
  auto const* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// As the specification says, a relative path does not count.
fs::path base_folder() {
  fs::path named = variable("XDG_CACHE_HOME");
  if (named.is_absolute()) return named;
  fs::path const home = variable("HOME");
  return home.is_absolute() ? home / ".cache" : fs::path();
}

// Makes the folder where it is missing. The user's cache may be a link; what is quoth's own in it may not.
void make_own_folder(fs::path const& folder, bool may_be_link) {
  constexpr mode_t for_the_user = 0700;
  if (mkdir(folder.c_str(), for_the_user) != 0 && errno != EEXIST)
    throw Error(folder.string() + ": the cache folder cannot be made (" + std::strerror(errno) + ")" + what_to_do);
  struct stat status {};
  auto const failed = may_be_link ? stat(folder.c_str(), &status) : lstat(folder.c_str(), &status);
  if (failed != 0 || !S_ISDIR(status.st_mode))
    throw Error(folder.string() + ": is no folder that could hold a cache" + what_to_do);
  if (status.st_uid != geteuid())
    throw Error(folder.string() + ": the cache folder belongs to another user" + what_to_do);
  if ((status.st_mode & S_IWOTH) != 0)
    throw Error(folder.string() + ": the cache folder can be written by others; take that right away with chmod o-w");
}

}  // namespace

fs::path place_of_cache(std::string const& name) {
  auto const base = base_folder();
  return base.empty() ? base : base / "quoth" / name;
}

fs::path cache_folder(std::string const& name) {
  auto const base = base_folder();
  if (base.empty())
    throw Error(std::string("there is no folder for a cache: neither XDG_CACHE_HOME nor HOME is set") + what_to_do);
  make_own_folder(base, true);
  make_own_folder(base / "quoth", false);
  make_own_folder(base / "quoth" / name, false);
  return base / "quoth" / name;
}

FileLock::FileLock(fs::path const& file, std::string const& what)
    : descriptor_(open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600)) {
  constexpr std::chrono::milliseconds pause_between{20};
  constexpr std::chrono::seconds patience{2};
  if (!descriptor_) throw Error(file.string() + ": cannot be written (" + std::strerror(errno) + ")" + what_to_do);
  auto const begin = std::chrono::steady_clock::now();
  for (bool told = false; flock(descriptor_.number(), LOCK_EX | LOCK_NB) != 0;) {
    if (errno != EWOULDBLOCK && errno != EINTR)
      throw Error(file.string() + ": cannot be locked (" + std::strerror(errno) + ")" + what_to_do);
    if (!told && std::chrono::steady_clock::now() - begin > patience) {
      complain("waiting for another quoth, which " + what);
      told = true;
    }
    std::this_thread::sleep_for(pause_between);
  }
}

}  // namespace quoth::tools
