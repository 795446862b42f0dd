// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "quoth/source.hpp"

namespace quoth::test {

// The meeting of store_fixture.hpp with all that a store may keep of a source.
Source whole_meeting();

// Calls all that a Store offers on the file. Whatever it holds, every call must answer or throw an Error of one line.
void use_all(std::filesystem::path const& file);

void write_file(std::filesystem::path const& file, std::string const& bytes);
std::string read_file(std::filesystem::path const& file);
// How many files and folders it holds, links among them.
std::size_t files_in(std::filesystem::path const& folder);

}  // namespace quoth::test
