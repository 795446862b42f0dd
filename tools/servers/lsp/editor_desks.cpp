// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/editor_desks.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "quoth/error.hpp"
#include "tools/desk/git/work_tree.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

// The same as long as the file is.
std::string stamp_of(fs::path const& file) {
  std::error_code failed;
  auto const time = fs::last_write_time(file, failed);
  if (failed) return "none";
  return std::to_string(time.time_since_epoch().count()) + " " + std::to_string(fs::file_size(file, failed));
}

std::string from_root(fs::path const& root, std::string const& path) {
  return path.empty() ? path : (root / path).lexically_normal().string();
}

}  // namespace

void EditorDesks::begin(fs::path root, PositionEncoding encoding) {
  root_ = std::move(root);
  encoding_ = encoding;
}

void EditorDesks::set(EditorSettings settings) {
  settings.store = from_root(root_, settings.store);
  if (!is_built_in_policy(settings.policy)) settings.policy = from_root(root_, settings.policy);
  if (settings == settings_) return;
  settings_ = std::move(settings);
  in_folder_.clear();
  desks_.clear();
}

void EditorDesks::refresh() {
  in_folder_.clear();
  for (auto const& [config, desk] : desks_) desk.desk->refresh();
}

EditorDesk& EditorDesks::desk_in(fs::path const& folder) {
  if (auto const known = in_folder_.find(folder); known != in_folder_.end()) return *known->second;
  auto config = find_config(folder);
  // Outside work trees a folder has no quoth.toml but its own.
  if (config.file.empty() && lies_in(root_, folder)) config = find_config(root_);
  auto stamp = stamp_of(config.file) + " " + stamp_of(config.baseline) + " " + stamp_of(config.policy) + " " +
               stamp_of(settings_.policy);
  auto const known = desks_.find(config.file);
  if (known != desks_.end() && known->second.stamp == stamp) return *(in_folder_[folder] = known->second.desk.get());
  auto const file = config.file;
  auto const home = file.empty() ? root_ : fs::absolute(file).parent_path();
  auto desk = std::make_unique<EditorDesk>(std::move(config), settings_, home, encoding_);
  in_folder_.clear();  // others may have been found to be the one that goes
  return *(in_folder_[folder] = (desks_[file] = {std::move(stamp), std::move(desk)}).desk.get());
}

EditorDesk* EditorDesks::desk_for(OpenDocument const& document) {
  auto const path = path_of_uri(document.uri);
  auto& desk = desk_in(path ? path->parent_path() : root_);
  return desk.has_store() && (!path || desk.covers(*path)) ? &desk : nullptr;
}

std::vector<std::string> EditorDesks::watched() const {
  std::vector<std::string> patterns{"**/quoth.toml", "**/*.db"};
  try {
    auto const config = find_config(root_);
    for (auto const& pattern : config.sources)
      if (!pattern.starts_with('!')) patterns.push_back("**/" + pattern);
    for (auto const& file : {config.store, config.baseline, config.policy})
      if (!file.empty() && !is_built_in_policy(file)) patterns.push_back("**/" + fs::path(file).filename().string());
  } catch (Error const&) {  // whoever opens an article is told
  }
  return patterns;
}

}  // namespace quoth::tools
