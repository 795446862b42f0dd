// SPDX-License-Identifier: MIT
#include "tools/reports/patches/unified_diff.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace quoth::tools;

TEST_CASE("unified_diff: three lines of context, near changes in one hunk, far ones in two") {
  std::string file;
  for (int i = 1; i <= 20; ++i) file += "line " + std::to_string(i) + "\n";
  auto const at = [&](std::string const& words) { return file.find(words + "\n"); };
  CHECK(unified_diff("a.md", file, {}) == "");
  auto const one = unified_diff("a.md", file, {{at("line 10"), at("line 10") + 4, "LINE"}});
  CHECK(one ==
        "--- a/a.md\n+++ b/a.md\n@@ -7,7 +7,7 @@\n line 7\n line 8\n line 9\n-line 10\n+LINE 10\n line 11\n line 12\n "
        "line 13\n");
  auto const hunks = [&](std::string const& first, std::string const& second) {
    auto const patch = unified_diff("a.md", file, {{at(first), at(first) + 4, "X"}, {at(second), at(second) + 4, "X"}});
    std::size_t count = 0;
    for (auto hunk = patch.find("\n@@ "); hunk != patch.npos; hunk = patch.find("\n@@ ", hunk + 1)) ++count;
    return count;
  };
  CHECK(hunks("line 3", "line 5") == 1);
  CHECK(hunks("line 3", "line 15") == 2);
  CHECK(unified_diff("a.md", "no end", {{0, 2, "an"}}).ends_with("+an end\n\\ No newline at end of file\n"));
}

TEST_CASE("unified_diff: words put in at the end of a file") {
  CHECK(unified_diff("a.md", "one\nno end", {{10, 10, "ing"}}) ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n one\n-no end\n\\ No newline at end of file\n+no ending\n"
        "\\ No newline at end of file\n");
  CHECK(unified_diff("a.md", "one\n", {{4, 4, "two\n"}}) == "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,2 @@\n one\n+two\n");
  CHECK(unified_diff("a.md", "one\ntwo", {{0, 3, "1"}, {7, 7, "!"}}) ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-one\n+1\n-two\n\\ No newline at end of file\n+two!\n"
        "\\ No newline at end of file\n");
}
