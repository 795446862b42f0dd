// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "quoth/source.hpp"

namespace quoth::bench {

// Another way to find a passage in the same text. An utterance is a line of the text file and a row of FTS5.
class Fts5Rival {
 public:
  explicit Fts5Rival(std::filesystem::path const& file);
  ~Fts5Rival();
  Fts5Rival(Fts5Rival const&) = delete;
  Fts5Rival& operator=(Fts5Rival const&) = delete;

  void add(Source const& source);
  void finish();
  // The best utterance by bm25 for any of the words, with its neighbours.
  std::vector<std::string> find(std::string const& query);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether the line stands in the file; nothing where ripgrep is not installed.
std::optional<bool> ripgrep_finds(std::filesystem::path const& text, std::string const& query);

// Infix alignment over the whole text; nothing where it was built without edlib.
std::optional<std::vector<std::string>> edlib_finds(std::string const& text, std::string const& query);

}  // namespace quoth::bench
