// SPDX-License-Identifier: MIT
#include "tools/reports/patches/unified_diff.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace quoth::tools {

namespace {

constexpr std::size_t context = 3;  // lines

// The lines, with their line ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    auto const size = end == text.npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// Lines [first, last) of the file and their replacement.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string text;
};

class Patch {
 public:
  Patch(std::string_view file, std::vector<TextChange> const& changes) : file_(file), lines_(lines_of(file)) {
    for (auto const line : lines_) starts_.push_back((starts_.empty() ? 0 : starts_.back()) + line.size());
    starts_.insert(starts_.begin(), 0);
    for (std::size_t i = 0; i < changes.size();) i = add_stretch(changes, i);
  }

  std::string hunks() const {
    std::string out;
    std::ptrdiff_t shift = 0;  // of line numbers, by earlier hunks
    for (std::size_t i = 0; i < stretches_.size();) {
      auto end = i + 1;
      while (end < stretches_.size() && stretches_[end].first <= stretches_[end - 1].last + 2 * context) ++end;
      out += hunk(i, end, shift);
      i = end;
    }
    return out;
  }

 private:
  // The end of a file belongs to its last line, or, if that ends with a line feed, to a line behind all.
  std::size_t line_of(std::size_t byte) const {
    auto const line = static_cast<std::size_t>(std::ranges::upper_bound(starts_, byte) - starts_.begin()) - 1;
    return line == lines_.size() && !file_.empty() && !file_.ends_with('\n') ? line - 1 : line;
  }

  // Joins all changes that share lines with the first; returns the index of the next.
  std::size_t add_stretch(std::vector<TextChange> const& changes, std::size_t first) {
    Stretch stretch{line_of(changes[first].first), 0, {}};
    auto done = starts_[stretch.first];
    auto next = first;
    do {
      auto const& change = changes[next++];
      auto const last = line_of(std::max(change.first, change.last - (change.last > change.first))) + 1;
      stretch.last = std::min(last, lines_.size());
      stretch.text.append(file_.substr(done, change.first - done)).append(change.text);
      done = change.last;
    } while (next < changes.size() && line_of(changes[next].first) < stretch.last);
    stretch.text.append(file_.substr(done, starts_[stretch.last] - done));
    stretches_.push_back(std::move(stretch));
    return next;
  }

  static void put(std::string& out, char mark, std::string_view line) {
    out.append(1, mark).append(line);
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }

  std::string hunk(std::size_t begin, std::size_t end, std::ptrdiff_t& shift) const {
    auto const first = stretches_[begin].first - std::min(stretches_[begin].first, context);
    auto const last = std::min(stretches_[end - 1].last + context, lines_.size());
    std::string body;
    std::size_t added = 0;
    auto at = first;
    for (auto i = begin; i < end; ++i) {
      auto const& stretch = stretches_[i];
      for (; at < stretch.first; ++at) put(body, ' ', lines_[at]);
      for (; at < stretch.last; ++at) put(body, '-', lines_[at]);
      auto const lines = lines_of(stretch.text);
      for (auto const line : lines) put(body, '+', line);
      added += lines.size();
      added -= stretch.last - stretch.first;
    }
    for (; at < last; ++at) put(body, ' ', lines_[at]);
    auto const head = fmt::format("@@ -{},{} +{},{} @@\n", first + 1, last - first,
                                  static_cast<std::ptrdiff_t>(first) + 1 + shift, last - first + added);
    shift += static_cast<std::ptrdiff_t>(added);
    return head + body;
  }

  std::string_view file_;
  std::vector<std::string_view> lines_;
  std::vector<std::size_t> starts_;  // of lines, in bytes; then the end of the file
  std::vector<Stretch> stretches_;
};

// A name as git writes it: quoted like a C string if it has special characters.
std::string name_of(std::string const& side, std::string const& path) {
  std::string out;
  bool plain = true;
  for (auto const c : side + path) {
    auto const byte = static_cast<unsigned char>(c);
    bool const special = byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\';
    plain = plain && !special;
    if (c == '"' || c == '\\') {
      out += std::string("\\") + c;
    } else {
      out += special ? fmt::format("\\{:03o}", byte) : std::string(1, c);
    }
  }
  if (!plain) return "\"" + out + "\"";
  return out.find(' ') == out.npos ? out : out + "\t";
}

}  // namespace

std::string unified_diff(std::string const& path, std::string_view file, std::vector<TextChange> const& changes) {
  if (changes.empty()) return {};
  return "--- " + name_of("a/", path) + "\n+++ " + name_of("b/", path) + "\n" + Patch(file, changes).hunks();
}

}  // namespace quoth::tools
