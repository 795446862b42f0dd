// SPDX-License-Identifier: MIT
#include "tools/sources/source_tree.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "quoth/error.hpp"
#include "tools/desk/path_pattern.hpp"
#include "tools/desk/source_name.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;
using db::Descriptor;

// Without O_NONBLOCK opening a pipe would wait for its other end.
constexpr int no_links = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;

// Opens a path below the folder, each part of it without following a link.
Descriptor open_below(int folder, std::string_view path, int flags) {
  Descriptor at(openat(folder, ".", no_links | O_DIRECTORY));
  while (at && !path.empty()) {
    auto const slash = path.find('/');
    bool const is_last = slash == path.npos;
    std::string const part(path.substr(0, slash));
    path.remove_prefix(is_last ? path.size() : slash + 1);
    at = Descriptor(openat(at.number(), part.c_str(), no_links | (is_last ? flags : O_DIRECTORY)));
  }
  return at;
}

std::int64_t nanoseconds(timespec const& time) { return time.tv_sec * 1'000'000'000LL + time.tv_nsec; }

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

// One walk over the folders that patterns can mean.
class Walk {
 public:
  Walk(SourceTree const& tree, SourceTreeLimits const& limits) : tree_(tree), limits_(limits) {
    for (auto const& pattern : tree.patterns()) {
      if (pattern.starts_with('!')) {
        without_.push_back(pattern.substr(1));
      } else {
        with_.push_back(pattern);
      }
    }
  }

  std::vector<TreeFile> run(int folder) {
    for (auto const& pattern : with_) {
      if (!has_wildcard(pattern)) {
        add_named(folder, pattern);
      } else if (auto const name = folder_of_pattern(pattern); walked_.insert(name).second) {
        walk(open_below(folder, name, O_DIRECTORY), name.empty() ? name : name + "/", 0);
      }
    }
    std::vector<TreeFile> files;
    files.reserve(files_.size());
    for (auto& [path, file] : files_) files.push_back(std::move(file));
    return files;
  }

 private:
  [[noreturn]] void refuse(std::string const& why) const {
    throw Error(tree_.folder().string() + ": its sources " + why +
                "; narrow the patterns in quoth.toml, or put them into a store with quoth ingest");
  }

  [[noreturn]] void refuse_named(std::string const& path, int failure) const {
    auto const is_link = failure == ELOOP || failure == ENOTDIR;
    auto const why = failure == ENOENT ? "is not there"
                     : is_link         ? "is a link or lies behind one"
                                       : std::string("cannot be read (") + std::strerror(failure) + ")";
    throw Error(tree_.folder().string() + ": its sources name " + path + ", which " + why +
                "; put that right in quoth.toml");
  }

  // A file, or all in a folder.
  void add_named(int folder, std::string const& path) {
    auto file = open_below(folder, path, 0);
    struct stat status {};
    if (!file || fstat(file.number(), &status) != 0) refuse_named(path, errno);
    if (!S_ISDIR(status.st_mode)) return add(path, status);
    walk(std::move(file), path + "/", 0);
  }

  void walk(Descriptor descriptor, std::string const& prefix, std::size_t depth) {
    if (depth > limits_.depth) refuse("lie over " + std::to_string(limits_.depth) + " folders deep");
    std::unique_ptr<DIR, CloseFolder> const folder(descriptor ? fdopendir(descriptor.number()) : nullptr);
    if (!folder && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)) return;  // not there, or a link
    if (!folder) throw Error(prefix + ": the folder cannot be read: " + std::strerror(errno));
    descriptor.release();
    for (errno = 0; auto const* entry = readdir(folder.get()); errno = 0) look_at(folder.get(), *entry, prefix, depth);
    if (errno != 0) throw Error(prefix + ": the folder cannot be read: " + std::strerror(errno));
  }

  void look_at(DIR* folder, dirent const& entry, std::string const& prefix, std::size_t depth) {
    char const* name = entry.d_name;
    if (*name == '.') return;  // hidden, or the folder itself
    if (++entries_ > limits_.entries) refuse("lie among over " + std::to_string(limits_.entries) + " files");
    auto const path = prefix + name;
    if (entry.d_type == DT_LNK || (entry.d_type == DT_REG && !is_meant(path))) return;
    struct stat status {};
    if (fstatat(dirfd(folder), name, &status, AT_SYMLINK_NOFOLLOW) != 0) return;  // it has gone
    if (S_ISDIR(status.st_mode)) {
      walk(Descriptor(openat(dirfd(folder), name, no_links | O_DIRECTORY)), path + "/", depth + 1);
    } else if (is_meant(path)) {
      add(path, status);
    }
  }

  bool is_named_by(std::vector<std::string> const& patterns, std::string const& path) {
    return std::ranges::any_of(patterns, [&](auto const& pattern) {
      if (steps_ > limits_.steps)
        refuse("take over " + std::to_string(limits_.steps) + " steps to be told by their patterns");
      return names_source(pattern, path, steps_);
    });
  }

  bool is_meant(std::string const& path) { return is_named_as_source(path) && is_named_by(with_, path); }

  void add(std::string const& path, struct stat const& status) {
    if (!S_ISREG(status.st_mode) || is_named_by(without_, path)) return;
    auto const size = static_cast<std::uint64_t>(status.st_size);
    if (files_.emplace(path, TreeFile(path, status)).second) bytes_ += size;
    if (files_.size() > limits_.files) refuse("are over " + std::to_string(limits_.files) + " files");
    if (bytes_ > limits_.bytes) refuse("hold over " + std::to_string(limits_.bytes >> 20U) + " MiB");
  }

  SourceTree const& tree_;
  SourceTreeLimits const& limits_;
  std::vector<std::string> with_;
  std::vector<std::string> without_;
  std::set<std::string> walked_;
  std::map<std::string, TreeFile> files_;
  std::uint64_t bytes_ = 0;
  std::size_t entries_ = 0;
  std::uint64_t steps_ = 0;
};

}  // namespace

TreeFile::TreeFile(std::string path_, struct stat const& status)
    : path(std::move(path_)),
      size(static_cast<std::uint64_t>(status.st_size)),
      modified(nanoseconds(status.st_mtim)),
      changed(nanoseconds(status.st_ctim)),
      inode(status.st_ino) {}

SourceTree::SourceTree(fs::path folder, std::vector<std::string> patterns)
    : folder_(std::move(folder)),
      patterns_(std::move(patterns)),
      descriptor_(open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (!descriptor_) throw Error(folder_.string() + ": cannot be read: " + std::strerror(errno));
}

std::vector<TreeFile> SourceTree::files(SourceTreeLimits const& limits) const {
  return Walk(*this, limits).run(descriptor_.number());
}

std::string SourceTree::bytes(std::string const& path, std::size_t most) const {
  auto const file = open_below(descriptor_.number(), path, 0);
  struct stat status {};
  if (!file || fstat(file.number(), &status) != 0) throw Error(path + ": cannot be read: " + std::strerror(errno));
  if (!S_ISREG(status.st_mode)) throw Error(path + ": is no file any more; run the same command again");
  std::string bytes;
  std::array<char, 65536> buffer{};
  for (ssize_t got = 0; (got = read(file.number(), buffer.data(), buffer.size())) != 0;) {
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Error(path + ": cannot be read: " + std::strerror(errno));
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most) throw Error(path + ": is over " + std::to_string(most) + " bytes");
  }
  return bytes;
}

}  // namespace quoth::tools
