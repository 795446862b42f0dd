// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tools/servers/lsp/editor_desk.hpp"

namespace quoth::tools {

// The desks of all folders with articles that are open, one for each quoth.toml; articles without one share that of the
// workspace.
class EditorDesks {
 public:
  // Before the first article: the workspace's folder, which relative paths of settings start from, and how places are
  // counted.
  void begin(std::filesystem::path root, PositionEncoding encoding);
  void set(EditorSettings settings);
  // Files may have changed: a quoth.toml, a baseline, sources.
  void refresh();

  // The desk that checks the document; none where no store is named or quoth.toml leaves it out. Throws Error, naming
  // the file, where quoth.toml cannot be understood.
  EditorDesk* desk_for(OpenDocument const& document);
  // The patterns, as LSP's clients watch files, of what desks depend on.
  std::vector<std::string> watched() const;

 private:
  // A desk, and the state of the files that it was made of.
  struct Desk {
    std::string stamp;
    std::unique_ptr<EditorDesk> desk;
  };
  EditorDesk& desk_in(std::filesystem::path const& folder);

  std::filesystem::path root_;
  PositionEncoding encoding_ = PositionEncoding::utf16;
  EditorSettings settings_;
  std::map<std::filesystem::path, Desk> desks_;             // by quoth.toml; the one without by an empty path
  std::map<std::filesystem::path, EditorDesk*> in_folder_;  // since the last refresh
};

}  // namespace quoth::tools
