// SPDX-License-Identifier: MIT
#include "tools/desk/source_name.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "grammar/transcripts/transcript_format.hpp"
#include "text/articles/article_format.hpp"

namespace quoth::tools {

namespace {

std::set<std::string> endings_of_sources() {
  std::set<std::string> endings{".jsonl", ".ndjson"};
  auto const add = [&](std::string_view listed) {
    std::istringstream words{std::string(listed)};
    for (std::string ending; words >> ending;) endings.insert(ending);
  };
  for (auto const* format : transcripts::transcript_formats()) add(format->endings);
  for (auto const* format : transcripts::article_formats_alone()) add(format->endings);
  return endings;
}

// The ending in small letters; that below a compression's.
std::string ending_of(std::filesystem::path const& file) {
  auto ending = file.extension().string();
  if (ending == ".gz" || ending == ".zst") ending = file.stem().extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return ending;
}

}  // namespace

bool is_named_as_source(std::filesystem::path const& file) {
  static auto const endings = endings_of_sources();
  return endings.contains(ending_of(file));
}

}  // namespace quoth::tools
