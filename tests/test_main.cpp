// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>

#include "tests/skip.hpp"
#include "tests/test_paths.hpp"

namespace quoth::test {

namespace {

bool skipped = false;

}  // namespace

void skip(std::string const& why) {
  skipped = true;
  std::cout << "skipped: " << why << std::endl;
}

bool was_skipped() { return skipped; }

std::filesystem::path shared_folder() {
  auto const* const named = std::getenv("QUOTH_SHARED");
  return named != nullptr ? named : source_tree("../shared");
}

bool is_here(std::filesystem::path const& path) {
  if (std::filesystem::exists(path)) return true;
  skip("there is no " + path.string() + "; QUOTH_SHARED names the folder");
  return false;
}

}  // namespace quoth::test

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  auto const status = context.run();
  return status == 0 && quoth::test::was_skipped() ? quoth::test::skip_status : status;
}
