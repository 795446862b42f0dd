// SPDX-License-Identifier: MIT
#include "tools/sources/source_store.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "quoth/error.hpp"
#include "text/bytes/sha256.hpp"
#include "tools/desk/new_file.hpp"
#include "tools/desk/path_pattern.hpp"
#include "tools/reports/counted.hpp"
#include "tools/reports/terminal.hpp"
#include "tools/sources/cache_folder.hpp"
#include "tools/sources/source_build.hpp"
#include "tools/sources/source_manifest.hpp"
#include "tools/sources/source_tree.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

constexpr char const* store_prefix = "store-";
constexpr char const* folder_prefix = "sources-";
constexpr char const* manifest_name = "manifest";

fs::path folder_of(Config const& config) { return fs::canonical(fs::absolute(config.file).parent_path()); }

// Of its own for each quoth.toml.
std::string cache_name(Config const& config) {
  constexpr std::size_t digits = 16;
  return folder_prefix + text::sha256((folder_of(config) / config.file.filename()).string()).substr(0, digits);
}

// All that the store depends on besides the files.
std::string settings_of(Config const& config) {
  std::string all;
  auto const add = [&](std::map<std::string, std::string> const& names) {
    for (auto const& [label, name] : names) (all += label + '\0') += name + '\0';
    all += '\0';
  };
  add(config.speakers);
  for (auto const& [pattern, names] : config.speakers_of_sources) {
    all += pattern + '\0';
    add(names);
  }
  for (auto const& [pattern, made] : config.made) (all += pattern + '\0').append(to_string(made)) += '\0';
  return text::sha256(all);
}

std::optional<TreeFile> status_of(fs::path const& file) {
  struct stat status {};
  if (lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return TreeFile{file.filename().string(), status};
}

// "transcripts/, minutes/".
std::string places_of(std::vector<std::string> const& patterns) {
  std::vector<std::string> places;
  for (auto const& pattern : patterns) {
    if (pattern.starts_with('!')) continue;
    auto const place = has_wildcard(pattern) ? folder_of_pattern(pattern) + "/" : pattern;
    auto const name = place == "/" ? "./" : place;
    if (std::ranges::find(places, name) == places.end()) places.push_back(name);
  }
  constexpr std::size_t most = 3;
  bool const more = places.size() > most;
  if (more) places.resize(most);
  return fmt::format("{}{}", fmt::join(places, ", "), more ? " …" : "");
}

// A store file in the cache that goes away again unless it is kept.
class FreshStore {
 public:
  explicit FreshStore(fs::path const& folder) : file_(make_new_file(folder / "store", "-")) {}
  FreshStore(FreshStore const&) = delete;
  FreshStore& operator=(FreshStore const&) = delete;
  ~FreshStore() {
    if (file_.empty()) return;
    unlink(file_.c_str());
    unlink((file_.string() + "-journal").c_str());
  }
  fs::path const& file() const { return file_; }
  void keep() { file_.clear(); }

 private:
  fs::path file_;
};

// Removes the folders of checkouts that are no longer there.
void remove_abandoned(fs::path const& cache) {
  std::error_code ignored;
  std::vector<fs::path> abandoned;
  for (auto const& entry : fs::directory_iterator(cache, ignored)) {
    if (!entry.path().filename().string().starts_with(folder_prefix)) continue;
    auto const manifest = SourceManifest::read(entry.path() / manifest_name);
    if (manifest && !fs::exists(manifest->config, ignored)) abandoned.push_back(entry.path());
  }
  for (auto const& folder : abandoned) fs::remove_all(folder, ignored);
}

// The store of one quoth.toml's sources, in the cache.
class CachedStore {
 public:
  explicit CachedStore(Config const& config)
      : config_(config),
        tree_(folder_of(config), config.sources),
        folder_(cache_folder(cache_name(config))),
        settings_(settings_of(config)) {}

  SourceStore get() {
    auto files = listed();
    auto manifest = read();
    if (manifest && is_of(*manifest, files)) return of(*manifest);
    FileLock const lock(folder_ / "lock", "builds the store of these sources");
    files = listed();
    manifest = read();
    if (manifest && is_of(*manifest, files)) return of(*manifest);
    return of(refreshed(files, manifest ? *manifest : SourceManifest()));
  }

 private:
  fs::path manifest_file() const { return folder_ / manifest_name; }

  std::vector<TreeFile> listed() const {
    auto files = tree_.files();
    if (files.empty())
      throw Error(config_.place_of("sources") + ": sources name no file here: " +
                  fmt::format("{}", fmt::join(config_.sources, ", ")) + "; links are not followed");
    return files;
  }

  // One of other settings, or whose store is not as it was left, counts as none.
  std::optional<SourceManifest> read() const {
    auto manifest = SourceManifest::read(manifest_file());
    if (!manifest || manifest->settings != settings_) return std::nullopt;
    if (status_of(folder_ / manifest->store.path) != manifest->store) return std::nullopt;
    return manifest;
  }

  static bool is_of(SourceManifest const& manifest, std::vector<TreeFile> const& files) {
    return std::ranges::equal(manifest.files, files, [](IngestedFile const& known, TreeFile const& file) {
      return known.settled && known.file == file;
    });
  }

  SourceStore of(SourceManifest const& manifest) const {
    SourceStore store{(folder_ / manifest.store.path).string(), "sources of " + config_.file.filename().string()};
    for (auto const& file : manifest.files) {
      for (auto const& complaint : file.complaints) complain(complaint);
      store.whole = store.whole && file.complaints.empty();
    }
    return store;
  }

  SourceManifest refreshed(std::vector<TreeFile> const& files, SourceManifest const& before) {
    auto changes = changes_of(tree_, files, before);
    SourceManifest manifest = before;
    manifest.settings = settings_;
    manifest.config = (tree_.folder() / config_.file.filename()).string();
    if (changes.any()) build(manifest, changes);
    manifest.files = std::move(changes.files);
    manifest.write(manifest_file());
    remove_leftovers(manifest);
    if (before.store.path.empty()) remove_abandoned(folder_.parent_path());
    return manifest;
  }

  // A new file, so that others read on in the old one, and a stop half-way leaves that one.
  void build(SourceManifest& manifest, SourceChanges& changes) {
    bool const is_new = manifest.store.path.empty();
    FreshStore fresh(folder_);
    if (!is_new) fs::copy_file(folder_ / manifest.store.path, fresh.file(), fs::copy_options::overwrite_existing);
    auto const stats = apply_changes(tree_, config_, fresh.file(), changes);
    manifest.previous = manifest.store.path;
    manifest.store = status_of(fresh.file()).value_or(TreeFile());
    fresh.keep();
    tell(stats, changes, is_new);
  }

  void tell(StoreStats const& stats, SourceChanges const& changes, bool is_new) const {
    auto const turns = counted(stats.utterances, "turn");
    auto const sources = counted(stats.sources, "source");
    auto const places = places_of(config_.sources);
    complain(is_new
                 ? fmt::format("built a store from {} in {} ({})", sources, places, turns)
                 : fmt::format("refreshed the store of {}: {} added, {} changed, {} removed; {} ({})", places,
                               changes.added.size(), changes.changed.size(), changes.removed.size(), sources, turns));
    auto const config = config_.file.string();
    auto const& remarks = changes.remarks;
    if (auto const labels = remarks.unnamed.text(); !labels.empty())
      complain("speakers not named: " + labels + "; where you know them, say \"LABEL\" = \"NAME\" in [speakers] of " +
               config);
    if (auto const files = remarks.made.by_machines(); !files.empty())
      complain("taken as made by a machine: " + files +
               "; where people made them, say \"PATTERN\" = \"spoken\" in [made] of " + config);
    if (auto const files = remarks.made.captions(); !files.empty())
      complain("taken as captions made by people: " + files +
               "; where a machine made them, say \"PATTERN\" = \"asr\" in [made] of " + config);
  }

  // Stores before the one before the newest, of which another process may have read and be about to open it; and
  // manifests that were cut off while they were written, whose names are longer.
  void remove_leftovers(SourceManifest const& manifest) const {
    std::error_code ignored;
    std::vector<fs::path> old;
    for (auto const& entry : fs::directory_iterator(folder_, ignored)) {
      auto const name = entry.path().filename().string();
      bool const is_store = name.starts_with(store_prefix);
      bool const is_kept = name == manifest_name || name == manifest.store.path || name == manifest.previous;
      if ((is_store || name.starts_with(manifest_name)) && !is_kept) old.push_back(entry.path());
    }
    for (auto const& file : old) fs::remove(file, ignored);
  }

  Config const& config_;
  SourceTree tree_;
  fs::path folder_;
  std::string settings_;
};

}  // namespace

SourceStore source_store(Config const& config, std::string const& given) {
  if (!given.empty() || config.sources.empty()) {
    auto const file = config.store_file(given);
    return {file, fs::path(file).filename().string()};
  }
  return CachedStore(config).get();
}

std::string place_of_source_store(Config const& config) {
  return config.sources.empty() ? "" : place_of_cache(cache_name(config)).string();
}

}  // namespace quoth::tools
