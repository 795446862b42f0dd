// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tools/sources/source_tree.hpp"

namespace quoth::tools {

// What a file of sources gave to a cached store.
struct IngestedFile {
  TreeFile file;
  // Whether a later change would have given it another time: what was written a moment ago may be written again within
  // the same tick of the file system's clock.
  bool settled = false;
  bool whole = true;                    // every source in it is in the store under its path
  std::string sha256;                   // of its bytes
  std::vector<std::string> complaints;  // why some of it is not in the store, or could not be read
};

// What a cached store was made of, kept beside it: it says whether the store is still that of the checkout.
struct SourceManifest {
  std::string settings;             // a digest of all but the files that the store depends on
  std::string config;               // the quoth.toml
  TreeFile store;                   // the file in the manifest's folder, as it was left
  std::string previous;             // the store before, which others may be about to open
  std::vector<IngestedFile> files;  // by path

  // Nothing where there is none, or it is damaged or of another version.
  static std::optional<SourceManifest> read(std::filesystem::path const& file);
  // Puts it in place as a whole. Throws Error.
  void write(std::filesystem::path const& file) const;
};

}  // namespace quoth::tools
