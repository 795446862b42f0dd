// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/words/word_hashes.hpp"
#include "tools/servers/lsp/text_lines.hpp"

namespace quoth::tools {

// Where a passage stands in the file that its source was read from.
struct SourcePlace {
  std::filesystem::path file;
  TextRange range;  // of its first line
};

// Finds passages in the files of sources: text of any kind, in which the words stand one after the other. Files outside
// the folder are left alone, whatever a store says, and so are links that lead out of it.
class SourceFiles {
 public:
  SourceFiles(std::filesystem::path const& folder, PositionEncoding encoding);

  // `path` as the store has it, absolute or relative to the folder; nothing where no such file holds the passage.
  std::optional<SourcePlace> place_of(std::string const& path, std::string_view passage);

 private:
  // A file as it was read last.
  struct Read {
    std::filesystem::file_time_type time;
    std::uintmax_t size = 0;
    std::string text;  // empty for what is no text
    std::vector<text::HashedWord> words;
    std::optional<TextLines> lines;
    std::map<std::string, std::optional<TextRange>, std::less<>> places;  // of passages that were looked for
  };

  std::optional<std::filesystem::path> file_within(std::string const& path) const;
  static std::optional<TextRange> range_in_file(Read const& file, std::string_view passage);
  Read* read(std::filesystem::path const& file);

  std::filesystem::path folder_;
  PositionEncoding encoding_;
  std::map<std::filesystem::path, Read> read_;
  std::size_t bytes_ = 0;  // of all that is kept
};

}  // namespace quoth::tools
