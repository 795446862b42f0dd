// SPDX-License-Identifier: MIT
#include "tools/audit/article_archive.hpp"

#include <glob.h>

#include <algorithm>
#include <array>

#include "quoth/error.hpp"
#include "text/unicode/ascii.hpp"
#include "tools/desk/source_name.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> matches_of(std::string const& pattern) {
  glob_t found{};
  std::vector<std::string> paths;
  if (glob(pattern.c_str(), 0, nullptr, &found) == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  return paths;
}

// The ending below that of a compression.
std::string ending_of(fs::path const& path) {
  auto ending = text::in_ascii_lower(path.extension().string());
  if (ending == ".gz" || ending == ".zst") ending = text::in_ascii_lower(path.stem().extension().string());
  return ending;
}

// One walk over the archive.
class Walk {
 public:
  Walk(fs::path const& left_out, std::function<bool(ArchiveFile const&)> const& take,
       std::function<void(std::string const&, std::string const&)> const& fail)
      : left_out_(left_out), take_(take), fail_(fail) {}

  bool path(fs::path const& path, bool named) {
    std::error_code error;
    auto const status = fs::status(path, error);
    if (fs::is_directory(status)) return folder(path);
    if (!named && (!fs::is_regular_file(status) || !is_named_as_article(path))) return true;
    auto const bytes = fs::file_size(path, error);
    return take_({++number_, path.string(), error ? 0 : bytes});
  }

 private:
  bool folder(fs::path const& folder) {
    std::error_code error;
    if (fs::equivalent(folder, left_out_, error)) return true;
    std::vector<fs::path> entries;
    auto entry = fs::directory_iterator(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      bool const loops = entry->is_symlink() && entry->is_directory();
      if (!entry->path().filename().string().starts_with('.') && !loops) entries.push_back(entry->path());
    }
    if (error) fail_(folder.string(), "the folder cannot be read: " + error.message());
    std::ranges::sort(entries, {}, [](fs::path const& one) { return one.native(); });
    return std::ranges::all_of(entries, [this](fs::path const& one) { return path(one, false); });
  }

  fs::path const& left_out_;
  std::function<bool(ArchiveFile const&)> const& take_;
  std::function<void(std::string const&, std::string const&)> const& fail_;
  std::uint64_t number_ = 0;
};

}  // namespace

ArticleArchive::ArticleArchive(std::vector<std::string> const& paths, fs::path left_out)
    : left_out_(std::move(left_out)) {
  for (auto const& path : paths) {
    std::error_code error;
    if (fs::exists(path, error)) {
      paths_.push_back(path);
      continue;
    }
    auto const matches = matches_of(path);
    if (matches.empty()) throw Error(path + ": no such file or folder, and no file matches it; check the path");
    paths_.insert(paths_.end(), matches.begin(), matches.end());
  }
}

void ArticleArchive::each(std::function<bool(ArchiveFile const&)> const& take,
                          std::function<void(std::string const&, std::string const&)> const& fail) const {
  Walk walk(left_out_, take, fail);
  for (auto const& path : paths_) {
    if (!walk.path(path, true)) return;
  }
}

std::uint64_t ArticleArchive::bytes() const {
  std::uint64_t sum = 0;
  each(
      [&](ArchiveFile const& file) {
        sum += file.bytes;
        return true;
      },
      [](std::string const& /*path*/, std::string const& /*why*/) {});
  return sum;
}

bool holds_lines(std::string const& path) {
  auto const ending = ending_of(path);
  return ending == ".jsonl" || ending == ".ndjson";
}

bool is_of_several(std::string const& path) {
  constexpr std::array endings{".warc", ".zip", ".rss", ".atom"};
  return std::ranges::find(endings, ending_of(path)) != endings.end();
}

}  // namespace quoth::tools
