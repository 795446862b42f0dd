// SPDX-License-Identifier: MIT
#include "tools/desk/changed_lines.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>
#include <utility>

#include "tools/desk/file_lines.hpp"

namespace quoth::tools {

namespace {

// "-3,2" or "+7", a line and how many there are.
struct Side {
  std::uint32_t line = 0;
  std::uint32_t count = 1;
};

std::uint32_t number_at(std::string_view& text) {
  std::uint32_t number = 0;
  auto const* const end = text.data() + text.size();
  auto const* const behind = std::from_chars(text.data(), end, number).ptr;
  text.remove_prefix(static_cast<std::size_t>(behind - text.data()));
  return number;
}

Side side_at(std::string_view& text, char sign) {
  Side side;
  text.remove_prefix(std::min(text.find(sign), text.size()));
  if (!text.empty()) text.remove_prefix(1);
  side.line = number_at(text);
  if (!text.starts_with(',')) return side;
  text.remove_prefix(1);
  side.count = number_at(text);
  return side;
}

// The character that a backslash and this one stand for in a name that git quotes.
char escaped(char c) {
  constexpr std::string_view letters = "abtnvfr";
  constexpr std::string_view meant = "\a\b\t\n\v\f\r";
  auto const at = letters.find(c);
  return at == letters.npos ? c : meant[at];
}

std::string unquoted(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    bool const escapes = name[i] == '\\' && i + 1 < name.size();
    unsigned byte = 0;
    if (escapes && i + 3 < name.size() && std::from_chars(&name[i + 1], &name[i + 4], byte, 8).ptr == &name[i + 4]) {
      text += static_cast<char>(byte);
      i += 3;
    } else {
      text += escapes ? escaped(name[++i]) : name[i];
    }
  }
  return text;
}

// The file of a line "+++ b/NAME"; nothing where it was removed. A name with blanks has a tab behind it.
std::optional<std::string> file_of(std::string_view name) {
  if (name.ends_with('\t')) name.remove_suffix(1);
  bool const quoted = name.size() > 1 && name.front() == '"' && name.back() == '"';
  auto file = quoted ? unquoted(name.substr(1, name.size() - 2)) : std::string(name);
  if (!file.starts_with("b/")) return std::nullopt;
  return file.substr(2);
}

// Goes through the lines of a patch. What stands in a hunk is counted, so that none of it is taken for a head.
class PatchReader {
 public:
  void read(std::string_view line) {
    if (left_ > 0 && (line.starts_with('-') || line.starts_with('+'))) {
      --left_;
    } else if (line.starts_with("diff --git ")) {
      file_.reset();
    } else if (line.starts_with("+++ ")) {
      file_ = file_of(line.substr(4));
      if (file_) found[*file_];
    } else if (line.starts_with("@@ ")) {
      auto const before = side_at(line, '-');
      auto const now = side_at(line, '+');
      left_ = std::uint64_t{before.count} + now.count;
      if (file_) found[*file_].push_back(range_of(now));
    }
  }

  ChangedLines found;

 private:
  static LineRange range_of(Side const& now) {
    if (now.count == 0) return {std::max(now.line, 1U), now.line + 1};
    return {now.line, now.line + now.count - 1};
  }

  std::optional<std::string> file_;
  std::uint64_t left_ = 0;  // lines of the hunk
};

}  // namespace

ChangedLines changed_lines(std::string_view patch) {
  PatchReader reader;
  for (std::size_t at = 0; at < patch.size();) {
    auto const end = std::min(patch.find('\n', at), patch.size());
    reader.read(patch.substr(at, end - at));
    at = end + 1;
  }
  return std::move(reader.found);
}

std::vector<LineRange> changed_paragraphs(std::string_view file, std::vector<LineRange> const& changed) {
  FileLines const lines(file);
  std::vector<LineRange> paragraphs;
  for (auto const& range : changed) {
    std::size_t first = std::clamp<std::size_t>(range.first, 1, lines.count()) - 1;
    std::size_t last = std::clamp<std::size_t>(range.last, first + 1, lines.count()) - 1;
    auto const whole = std::pair(first, last);
    while (first < last && lines.is_blank(first)) ++first;
    while (last > first && lines.is_blank(last)) --last;
    if (lines.is_blank(first)) std::tie(first, last) = whole;
    auto const begin = static_cast<std::uint32_t>(lines.paragraph_begin(first) + 1);
    auto const end = static_cast<std::uint32_t>(lines.paragraph_end(last) + 1);
    if (!paragraphs.empty() && begin <= paragraphs.back().last) {
      paragraphs.back().last = std::max(paragraphs.back().last, end);
    } else {
      paragraphs.push_back({begin, end});
    }
  }
  return paragraphs;
}

bool is_within(std::vector<LineRange> const& ranges, std::uint32_t first, std::uint32_t last) {
  auto const range = std::ranges::lower_bound(ranges, first, {}, &LineRange::last);
  return range != ranges.end() && range->first <= last;
}

void keep_within(std::vector<LineRange> const& ranges, Document const& article,
                 std::vector<CheckedQuotation>& checked) {
  std::erase_if(checked, [&](CheckedQuotation const& one) {
    auto const& segments = one.quotation.segments;
    auto const first = article.locate(one.quotation).line;
    auto const last = segments.empty() ? first : article.locate(segments.back().last).line;
    return !is_within(ranges, first, std::max(first, last));
  });
}

}  // namespace quoth::tools
