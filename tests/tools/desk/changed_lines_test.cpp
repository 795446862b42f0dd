// SPDX-License-Identifier: MIT
#include "tools/desk/changed_lines.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tools/desk/file_lines.hpp"

using namespace quoth::tools;

namespace {

std::string text_of(std::vector<LineRange> const& ranges) {
  std::string text;
  for (auto const& [first, last] : ranges)
    text += (text.empty() ? "" : " ") + std::to_string(first) + "-" + std::to_string(last);
  return text;
}

std::string changed_in(std::string const& patch, std::string const& file) {
  auto const changed = changed_lines(patch);
  auto const found = changed.find(file);
  return found == changed.end() ? "not there" : text_of(found->second);
}

}  // namespace

TEST_CASE("changed_lines: the lines of each hunk, in the new file") {
  std::string const patch =
      "diff --git a/a.md b/a.md\nindex 1..2 100644\n--- a/a.md\n+++ b/a.md\n"
      "@@ -1 +1 @@ # A title\n-old\n+new\n@@ -3,0 +4,2 @@\n+x\n+y\n@@ -9,2 +11,0 @@\n-p\n-q\n"
      "diff --git a/b.md b/b.md\n--- a/b.md\n+++ b/b.md\n@@ -0,0 +1,3 @@\n+1\n+2\n+3\n\\ No newline at end of file\n"
      "diff --git a/c.docx b/c.docx\nBinary files a/c.docx and b/c.docx differ\n";
  CHECK(changed_in(patch, "a.md") == "1-1 4-5 11-12");
  CHECK(changed_in(patch, "b.md") == "1-3");
  CHECK(changed_in(patch, "c.docx") == "not there");
  CHECK(changed_in("--- a/a\n+++ b/a\n@@ -1,2 +0,0 @@\n-x\n-y\n", "a") == "1-1");
}

TEST_CASE("changed_lines: words of an article are no head of a patch") {
  std::string const patch =
      "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,3 @@\n--- a/x\n-diff --git a/y b/y\n"
      "+++ b/y\n+@@ -1 +99 @@\n+diff --git a/z b/z\n@@ -20 +21 @@\n-a\n+b\n";
  CHECK(changed_in(patch, "a.md") == "1-3 21-21");
  CHECK(changed_lines(patch).size() == 1);
}

TEST_CASE("changed_lines: names with blanks and those that git quotes; a removed file is none") {
  CHECK(changed_in("+++ b/a b.md\t\n@@ -1 +1 @@\n", "a b.md") == "1-1");
  CHECK(changed_in("+++ \"b/a\\tb\\n\\\"c\\\"\\\\.md\"\n@@ -1 +1 @@\n", "a\tb\n\"c\"\\.md") == "1-1");
  CHECK(changed_in("+++ \"b/\\303\\274.md\"\n@@ -1 +1 @@\n", "ü.md") == "1-1");
  CHECK(changed_lines("+++ /dev/null\n@@ -1 +0,0 @@\n-x\n").empty());
  for (auto const* broken :
       {"+++ ", "+++ \"b/", "@@ ", "@@ -1 +", "+++ b/x\n@@ ", "+++ b/x\n@@ -a +b @@", "\n\n", "@@ -,+,"})
    CHECK_NOTHROW(changed_lines(broken));
}

TEST_CASE("changed_paragraphs: whole paragraphs, in order and apart") {
  std::string const file = "One.\nStill one.\n\nTwo.\n\n\nThree.\nStill three.\n";
  auto const paragraphs = [&](std::vector<LineRange> const& changed) {
    return text_of(changed_paragraphs(file, changed));
  };
  CHECK(paragraphs({{1, 1}}) == "1-2");
  CHECK(paragraphs({{2, 2}}) == "1-2");
  CHECK(paragraphs({{2, 4}}) == "1-4");
  CHECK(paragraphs({{8, 8}}) == "7-8");
  CHECK(paragraphs({{1, 1}, {2, 2}, {7, 7}}) == "1-2 7-8");
  CHECK(paragraphs({{3, 4}}) == "4-4");  // a paragraph that was added, with the blank line before it
  CHECK(paragraphs({{4, 6}}) == "4-4");
  CHECK(paragraphs({{3, 3}}) == "1-4");  // a paragraph that was parted
  CHECK(paragraphs({{5, 6}}) == "4-8");
  CHECK(paragraphs({{90, 99}}) == "7-9");  // of another version of the file
  CHECK(paragraphs({{0, 0}}) == "1-2");
  CHECK(text_of(changed_paragraphs("", {{1, 1}})) == "1-1");
}

TEST_CASE("is_within: one line in common is enough") {
  std::vector<LineRange> const ranges{{2, 3}, {7, 9}};
  CHECK(is_within(ranges, 1, 2));
  CHECK(is_within(ranges, 3, 3));
  CHECK(is_within(ranges, 5, 7));
  CHECK(is_within(ranges, 1, 20));
  CHECK_FALSE(is_within(ranges, 1, 1));
  CHECK_FALSE(is_within(ranges, 4, 6));
  CHECK_FALSE(is_within(ranges, 10, 12));
  CHECK_FALSE(is_within({}, 1, 2));
}
