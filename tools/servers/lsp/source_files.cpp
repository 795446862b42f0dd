// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/source_files.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "quoth/error.hpp"
#include "text/files/file_bytes.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"
#include "tools/desk/git/work_tree.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_of_a_file = std::uintmax_t{8} << 20U;  // bytes
constexpr std::size_t most_of_all = std::size_t{64} << 20U;          // bytes of text
// So many words in a row tell a passage from others of its source.
constexpr std::size_t enough = 24;
constexpr std::size_t fewest = 3;

// How many words are the same from there on, at most `enough`.
std::size_t common_words(std::vector<text::HashedWord> const& file, std::size_t at,
                         std::vector<text::HashedWord> const& passage) {
  auto const most = std::min({passage.size(), file.size() - at, enough});
  std::size_t count = 0;
  while (count < most && file[at + count].hash == passage[count].hash) ++count;
  return count;
}

// The byte where the passage begins.
std::optional<std::size_t> find_words(std::vector<text::HashedWord> const& file,
                                      std::vector<text::HashedWord> const& passage) {
  std::size_t best = 0;
  std::size_t place = 0;
  for (std::size_t at = 0; at < file.size() && best < std::min(enough, passage.size()); ++at) {
    auto const count = common_words(file, at, passage);
    if (count > best) {
      best = count;
      place = file[at].byte;
    }
  }
  if (passage.empty() || best < std::min(fewest, passage.size())) return std::nullopt;
  return place;
}

constexpr std::string_view arrow = "-->";  // between the times of a cue

bool is_number(std::string_view line) { return !line.empty() && line.find_first_not_of("0123456789") == line.npos; }

void blank_out(std::string& text, std::size_t first, std::size_t last) {
  text.replace(first, last - first, last - first, ' ');
}

// The text with blanks for what stands between the words of captions (WebVTT, SubRip): times, numbers of cues, tags.
std::string without_cues(std::string text) {
  if (text.find(arrow) == text.npos) return text;
  for (std::size_t first = 0; first < text.size();) {
    auto const last = std::min(text.find('\n', first), text.size());
    // No look goes beyond the line: most captions have no tags.
    auto const until = std::string_view(text).substr(0, last);
    auto const line = text::trimmed(until.substr(first));
    if (is_number(line) || line.find(arrow) != line.npos) blank_out(text, first, last);
    for (auto tag = until.find('<', first); tag != until.npos; tag = until.find('<', tag)) {
      auto const end = until.find('>', tag);
      if (end == until.npos) break;
      blank_out(text, tag, end + 1);
    }
    first = last + 1;
  }
  return text;
}

}  // namespace

SourceFiles::SourceFiles(fs::path const& folder, PositionEncoding encoding) : encoding_(encoding) {
  std::error_code failed;
  folder_ = fs::canonical(folder, failed);
  if (failed) folder_.clear();
}

std::optional<fs::path> SourceFiles::file_within(std::string const& path) const {
  if (folder_.empty() || path.empty()) return std::nullopt;
  std::error_code failed;
  auto file = fs::canonical(folder_ / path, failed);
  if (failed || !lies_in(folder_, file) || !fs::is_regular_file(file, failed)) return std::nullopt;
  return file;
}

SourceFiles::Read* SourceFiles::read(fs::path const& file) {
  std::error_code failed;
  auto const time = fs::last_write_time(file, failed);
  auto const size = failed ? 0 : fs::file_size(file, failed);
  if (failed || size > most_of_a_file) return nullptr;
  auto const known = read_.find(file);
  if (known != read_.end() && known->second.time == time && known->second.size == size) return &known->second;
  if (bytes_ > most_of_all) {
    read_.clear();
    bytes_ = 0;
  }
  auto& taken = read_[file];
  taken = {time, size, {}, {}, {}, {}};
  try {
    taken.text = text::read_file(file.string());
  } catch (Error const&) {
    return nullptr;  // the finding stands without its file
  }
  if (!text::valid_utf8(taken.text) || taken.text.find('\0') != std::string::npos) taken.text.clear();
  text::hash_words(without_cues(taken.text), 0, taken.words);
  taken.lines.emplace(taken.text, encoding_);
  bytes_ += taken.text.size();
  return &taken;
}

std::optional<SourcePlace> SourceFiles::place_of(std::string const& path, std::string_view passage) {
  auto const file = file_within(path);
  auto* const content = file ? read(*file) : nullptr;
  if (content == nullptr || !content->lines) return std::nullopt;
  auto known = content->places.find(passage);
  if (known == content->places.end()) known = content->places.emplace(passage, range_in_file(*content, passage)).first;
  return known->second ? std::optional(SourcePlace{*file, *known->second}) : std::nullopt;
}

// Of the line in which it begins.
std::optional<TextRange> SourceFiles::range_in_file(Read const& file, std::string_view passage) {
  std::vector<text::HashedWord> words;
  text::hash_words(passage, 0, words);
  auto const first = find_words(file.words, words);
  if (!first) return std::nullopt;
  auto const start = file.lines->place_of(*first);
  return TextRange{start, file.lines->place_of(file.lines->end_of_line(start.line))};
}

}  // namespace quoth::tools
