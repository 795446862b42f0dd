// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "quoth/store.hpp"
#include "tools/desk/config.hpp"
#include "tools/sources/ingest_remarks.hpp"
#include "tools/sources/source_manifest.hpp"
#include "tools/sources/source_tree.hpp"

namespace quoth::tools {

// What is to be done to a store so that it is of a tree's files again.
struct SourceChanges {
  std::vector<IngestedFile> files;  // all, as they are to be in the manifest
  std::set<std::string> added;      // their paths, as those of the next ones
  std::set<std::string> changed;
  std::set<std::string> removed;
  Remarks remarks;  // on what was ingested

  bool any() const { return !added.empty() || !changed.empty() || !removed.empty(); }
};

// Compares the files of a tree with what a manifest says of them; those whose time has changed, or might have without
// showing, by their bytes.
SourceChanges changes_of(SourceTree const& tree, std::vector<TreeFile> const& files, SourceManifest const& manifest);

// Makes these changes in a store that is nobody else's yet, and writes into `changes.files` what became of each file.
// Throws StoreError where the store fails, or would hold more text than the limits of a tree allow.
StoreStats apply_changes(SourceTree const& tree, Config const& config, std::filesystem::path const& store,
                         SourceChanges& changes);

}  // namespace quoth::tools
