// SPDX-License-Identifier: MIT
#include "tools/desk/path_pattern.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>

#include "text/words/near_name.hpp"

namespace quoth::tools {

namespace {

constexpr auto npos = std::string_view::npos;

// The place of the bracket that closes the set which begins at `at`; npos where none does, and [ stands for itself. A
// bracket that is first in the set is one of it.
std::size_t end_of_set(std::string_view pattern, std::size_t at) {
  auto first = at + 1;
  if (first < pattern.size() && (pattern[first] == '!' || pattern[first] == '^')) ++first;
  return pattern.find(']', first + 1);
}

// `set` is what stands between the brackets.
bool is_in_set(std::string_view set, char c) {
  bool const negated = set.front() == '!' || set.front() == '^';
  if (negated) set.remove_prefix(1);
  auto const byte = static_cast<unsigned char>(c);
  bool found = false;
  for (std::size_t i = 0; i < set.size(); ++i) {
    auto const first = static_cast<unsigned char>(set[i]);
    bool const is_range = i + 2 < set.size() && set[i + 1] == '-';
    auto const last = is_range ? static_cast<unsigned char>(set[i + 2]) : first;
    found = found || (first <= byte && byte <= last);
    if (is_range) i += 2;
  }
  return found != negated;
}

// The place behind the part of the pattern at `at` if that fits the character, else npos.
std::size_t step(std::string_view pattern, std::size_t at, char c) {
  if (at == pattern.size()) return npos;
  auto const sign = pattern[at];
  if (sign == '?') return at + 1;
  if (sign == '[') {
    auto const end = end_of_set(pattern, at);
    if (end != npos) return is_in_set(pattern.substr(at + 1, end - at - 1), c) ? end + 1 : npos;
  }
  if (sign == '\\' && at + 1 < pattern.size()) return pattern[at + 1] == c ? at + 2 : npos;
  return sign == c ? at + 1 : npos;
}

}  // namespace

// The greedy algorithm: where a part does not fit, the last star takes one character more. Stars before it need none.
bool matches_pattern(std::string_view pattern, std::string_view path, std::uint64_t& steps) {
  std::size_t at = 0;
  std::size_t behind_star = npos;  // in the pattern
  std::size_t taken = 0;           // where in the path what the last star stands for ends
  for (std::size_t i = 0; i < path.size();) {
    ++steps;
    if (at < pattern.size() && pattern[at] == '*') {
      behind_star = ++at;
      taken = i;
      continue;
    }
    auto const next = step(pattern, at, path[i]);
    if (next != npos) {
      at = next;
      ++i;
      continue;
    }
    if (behind_star == npos) return false;
    at = behind_star;
    i = ++taken;
  }
  while (at < pattern.size() && pattern[at] == '*') ++at;
  return at == pattern.size();
}

bool matches_pattern(std::string_view pattern, std::string_view path) {
  std::uint64_t steps = 0;
  return matches_pattern(pattern, path, steps);
}

bool has_wildcard(std::string_view pattern) { return pattern.find_first_of("*?[\\") != npos; }

std::string folder_of_pattern(std::string_view pattern) {
  auto const slash = pattern.substr(0, pattern.find_first_of("*?[\\")).rfind('/');
  return slash == npos ? std::string() : std::string(pattern.substr(0, slash));
}

std::string fault_in_source_pattern(std::string const& pattern) {
  auto const path = std::filesystem::path(pattern.starts_with('!') ? pattern.substr(1) : pattern);
  if (path.empty()) return "is empty; name files, such as \"transcripts/**\"";
  constexpr std::size_t longest = 1000;
  if (pattern.size() > longest) return "is over 1000 bytes long";
  if (pattern.find('\0') != pattern.npos) return "holds a zero byte";
  if (path.is_absolute() || std::ranges::find(path, "..") != path.end())
    return "lies outside this file's folder; sources are files in it or below it";
  // Its settings may hold passwords, which a report would quote.
  if (std::ranges::any_of(path, [](auto const& part) { return text::plain_name(part.string()) == ".git"; }))
    return "lies in git's own folder; sources are files of the work tree";
  return {};
}

std::string plain_source_pattern(std::string_view pattern) {
  bool const takes_out = pattern.starts_with('!');
  if (takes_out) pattern.remove_prefix(1);
  std::string plain;
  for (std::size_t at = 0; at < pattern.size();) {
    auto const end = std::min(pattern.find('/', at), pattern.size());
    auto const part = pattern.substr(at, end - at);
    if (!part.empty() && part != ".") plain.append(plain.empty() ? "" : "/").append(part);
    at = end + 1;
  }
  if (plain.empty()) plain = "*";
  return takes_out ? "!" + plain : plain;
}

bool names_source(std::string_view pattern, std::string_view path, std::uint64_t& steps) {
  bool const is_below = !has_wildcard(pattern) && path.size() > pattern.size() && path.starts_with(pattern) &&
                        path[pattern.size()] == '/';
  return is_below || matches_pattern(pattern, path, steps);
}

bool names_source(std::string_view pattern, std::string_view path) {
  std::uint64_t steps = 0;
  return names_source(pattern, path, steps);
}

}  // namespace quoth::tools
