// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "tools/desk/config.hpp"
#include "tools/desk/suppression.hpp"
#include "tools/servers/lsp/editor_settings.hpp"
#include "tools/servers/lsp/open_document.hpp"
#include "tools/servers/lsp/source_files.hpp"
#include "tools/servers/served_store.hpp"

namespace quoth::tools {

// What is wrong with an ignore comment of an article.
struct CommentFault {
  std::size_t at = 0;  // the byte of the text where the comment begins
  std::string message;
  bool is_needless = false;  // it can be obeyed, but sets nothing aside
};

// A text as it was checked.
struct CheckedText {
  std::string text;  // UTF-8
  Document article;
  std::vector<CheckedQuotation> checked;
  std::vector<CommentFault> comments;
};

// Checks the articles of one folder as `quoth check` does there: with its quoth.toml, and what the editor sets.
class EditorDesk {
 public:
  // `folder` is that of quoth.toml, else of the workspace. Throws Error where the policy or the baseline cannot be
  // read.
  EditorDesk(Config config, EditorSettings settings, std::filesystem::path const& folder, PositionEncoding encoding);

  EditorDesk(EditorDesk const&) = delete;
  EditorDesk& operator=(EditorDesk const&) = delete;
  ~EditorDesk() = default;

  // Whether a store, or sources, are named at all.
  bool has_store() const;
  // Whether articles at that path are to be checked.
  bool covers(std::filesystem::path const& article) const { return covering_.covers(article); }
  // Throws Error where the store or the text cannot be read, or the watch stops the check.
  CheckedText check(OpenDocument const& document, CheckWatch const& watch);
  // Sources may have changed: the store of them is looked at again before the next check.
  void refresh() { store_file_.reset(); }
  // Where the passage stands in the file of its source.
  std::optional<SourcePlace> place_of(Evidence const& evidence);
  Severities const& severities() const { return severities_; }

 private:
  std::string store_file();

  Config config_;
  Config covering_;  // what the editor calls an article is one, whatever its ending
  EditorSettings settings_;
  Severities severities_;
  Baseline baseline_;
  std::optional<std::string> store_file_;
  ServedStore store_;
  SourceFiles sources_;
};

}  // namespace quoth::tools
