// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
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

namespace {

// With "--part=K/N" only the cases of part K run, of N that are of about the same size. Whether that was asked for.
bool choose_part(doctest::Context& context, int argc, char** argv) {
  auto const cases = doctest::detail::getRegisteredTests().size();
  for (int i = 1; i < argc; ++i) {
    std::size_t part = 0;
    std::size_t parts = 0;
    if (std::sscanf(argv[i], "--part=%zu/%zu", &part, &parts) != 2 || part == 0 || parts < part) continue;
    context.setOption("first", static_cast<int>(cases * (part - 1) / parts + 1));
    context.setOption("last", static_cast<int>(cases * part / parts));
    return true;
  }
  return false;
}

}  // namespace

}  // namespace quoth::test

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  auto const is_part = quoth::test::choose_part(context, argc, argv);
  auto const status = context.run();
  return status == 0 && !is_part && quoth::test::was_skipped() ? quoth::test::skip_status : status;
}
