// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::tools {

// Glob patterns of paths, as fnmatch(3) has them without flags: * stands for any characters, also slashes, so that **
// means the same; ? for one; [a-z] and [!a-z] for one of a set or outside it; a backslash takes the next character as
// it is. All are bytes.

// Whether the pattern fits the whole path. Takes at most as many steps as the product of their lengths, where
// fnmatch(3) takes exponentially many: patterns come from strangers.
bool matches_pattern(std::string_view pattern, std::string_view path);

// Whether a pattern has a character that stands for others; else it is a path.
bool has_wildcard(std::string_view pattern);

// The folder that all paths lie in which the pattern fits: "minutes/2031" of "minutes/2031/a*/b.txt", empty for none.
std::string folder_of_pattern(std::string_view pattern);

// What is wrong with a pattern of sources, such as that it leads out of its folder; empty if nothing is. One that
// begins with ! takes files out.
std::string fault_in_source_pattern(std::string const& pattern);

}  // namespace quoth::tools
