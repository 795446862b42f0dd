// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "quoth/limits.hpp"
#include "tools/desk/config.hpp"
#include "tools/desk/git/git.hpp"
#include "tools/desk/git/git_blobs.hpp"

namespace quoth::tools {

// Articles that are staged for commit and that the configuration covers, by their paths. Needs the working directory to
// be the top of the work tree.
class StagedArticles {
 public:
  explicit StagedArticles(Config const& config);

  std::vector<std::string> const& paths() const { return paths_; }
  // As the index holds one of them.
  std::string bytes(std::string const& path, Limits const& limits);

 private:
  std::vector<std::string> paths_;
  std::map<std::string, StagedFile> files_;
  GitBlobs blobs_;
};

}  // namespace quoth::tools
