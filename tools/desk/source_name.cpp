// SPDX-License-Identifier: MIT
#include "tools/desk/source_name.hpp"

#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "grammar/transcripts/transcript_format.hpp"
#include "text/articles/article_format.hpp"
#include "text/unicode/ascii.hpp"

namespace quoth::tools {

namespace {

void add_endings(std::string_view listed, std::set<std::string>& endings) {
  std::istringstream words{std::string(listed)};
  for (std::string ending; words >> ending;) endings.insert(ending);
}

std::set<std::string> endings_of_sources() {
  std::set<std::string> endings{".jsonl", ".ndjson"};
  for (auto const* format : transcripts::transcript_formats()) add_endings(format->endings, endings);
  for (auto const* format : transcripts::article_formats_alone()) add_endings(format->endings, endings);
  return endings;
}

std::set<std::string> endings_of_articles() {
  std::set<std::string> endings{".jsonl", ".ndjson"};
  for (auto const* format : text::article_formats()) add_endings(format->endings, endings);
  return endings;
}

// The ending in small letters; that below a compression's.
std::string ending_of(std::filesystem::path const& file) {
  auto ending = file.extension().string();
  if (ending == ".gz" || ending == ".zst") ending = file.stem().extension().string();
  return text::in_ascii_lower(ending);
}

}  // namespace

bool is_named_as_source(std::filesystem::path const& file) {
  static auto const endings = endings_of_sources();
  return endings.contains(ending_of(file));
}

bool is_named_as_article(std::filesystem::path const& file) {
  static auto const endings = endings_of_articles();
  return endings.contains(ending_of(file));
}

}  // namespace quoth::tools
