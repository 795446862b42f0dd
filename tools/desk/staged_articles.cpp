// SPDX-License-Identifier: MIT
#include "tools/desk/staged_articles.hpp"

#include <utility>

namespace quoth::tools {

StagedArticles::StagedArticles(Config const& config) {
  for (auto& file : staged_files()) {
    if (!config.covers(file.path)) continue;
    paths_.push_back(file.path);
    files_.emplace(paths_.back(), std::move(file));
  }
}

std::string StagedArticles::bytes(std::string const& path, Limits const& limits) {
  return blobs_.read(files_.at(path), limits.bytes);
}

}  // namespace quoth::tools
