// SPDX-License-Identifier: MIT
#include "tests/test_paths.hpp"

namespace quoth::test {

std::string source_tree(std::string_view name) { return std::string(QUOTH_SOURCE_TREE "/").append(name); }

std::string program_path() { return QUOTH_PROGRAM; }

}  // namespace quoth::test
