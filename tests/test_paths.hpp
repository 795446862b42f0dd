// SPDX-License-Identifier: MIT
// Where the files of tests lie. Only one file is compiled with the names of folders; all others are the same in every
// clone, so that a compiler's cache serves them all.
#pragma once

#include <string>
#include <string_view>

namespace quoth::test {

// The path of a file or folder of the project, from its root: "docs/fidelity.md"; the root itself for "".
std::string source_tree(std::string_view name);

// The path of the program that was built with the tests.
std::string program_path();

// The path of a file in tests/data/<folder> of the running program.
inline std::string test_data(std::string_view name) {
  return source_tree("tests/data/" QUOTH_TEST_FOLDER "/").append(name);
}

}  // namespace quoth::test
