// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <string>

#include "quoth/limits.hpp"

namespace quoth::text {

// The path that stands for standard input.
inline constexpr char const* standard_input = "-";

// The name of the path in messages.
std::string name_of_file(std::string const& path);

// Throws Error if the file is missing, a directory or unreadable.
std::ifstream open_file(std::string const& path);

// The bytes of a file, or of standard input for "-". Throws Error if it is missing, a directory, unreadable, empty or
// over the limit of bytes.
std::string read_file(std::string const& path, Limits const& limits = {});

// The bytes of a short file, which may be empty. Throws Error as open_file does, and where it has over `most_kib` KiB:
// too long for a `what`.
std::string read_short_file(std::string const& path, std::size_t most_kib, std::string const& what);

}  // namespace quoth::text
