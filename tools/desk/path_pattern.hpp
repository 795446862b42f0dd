// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quoth::tools {

// Glob patterns of paths, as fnmatch(3) has them without flags: * stands for any characters, also slashes, so that **
// means the same; ? for one; [a-z] and [!a-z] for one of a set or outside it; a backslash takes the next character as
// it is. All are bytes.

// Whether the pattern fits the whole path. Takes at most as many steps as the product of their lengths, where
// fnmatch(3) takes exponentially many: patterns come from strangers. The steps are added to `steps`.
bool matches_pattern(std::string_view pattern, std::string_view path, std::uint64_t& steps);
bool matches_pattern(std::string_view pattern, std::string_view path);

// Whether a pattern has a character that stands for others; else it is a path.
bool has_wildcard(std::string_view pattern);

// The folder that all paths lie in which the pattern fits: "minutes/2031" of "minutes/2031/a*/b.txt", empty for none.
std::string folder_of_pattern(std::string_view pattern);

// Patterns of sources: one without wildcards may also be the path of a folder, and names all below it; one that begins
// with ! takes files out.

// What is wrong with one, such as that it leads out of its folder or into git's own; empty if nothing is.
std::string fault_in_source_pattern(std::string const& pattern);

// One without "./" and slashes that say nothing, so that equal paths are equal; "*" for the folder itself.
std::string plain_source_pattern(std::string_view pattern);

// Whether a plain one, without its !, names the path. The steps of matching are added to `steps`.
bool names_source(std::string_view pattern, std::string_view path, std::uint64_t& steps);
bool names_source(std::string_view pattern, std::string_view path);

// The entries of a table by plain patterns that hold for the path, those of the longest pattern first: it says most.
// The steps of matching are added to `steps`.
template <class Value>
std::vector<std::pair<std::string const, Value> const*> entries_for(std::map<std::string, Value> const& by_pattern,
                                                                    std::string_view path, std::uint64_t& steps) {
  std::vector<std::pair<std::string const, Value> const*> entries;
  for (auto const& entry : by_pattern) {
    if (names_source(entry.first, path, steps)) entries.push_back(&entry);
  }
  std::ranges::stable_sort(entries, std::greater(), [](auto const* entry) { return entry->first.size(); });
  return entries;
}

}  // namespace quoth::tools
