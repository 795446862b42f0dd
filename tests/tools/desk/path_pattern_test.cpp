// SPDX-License-Identifier: MIT
#include "tools/desk/path_pattern.hpp"

#include <doctest/doctest.h>
#include <fnmatch.h>

#include <string>

using namespace quoth::tools;

TEST_CASE("matches_pattern: as fnmatch without flags") {
  for (auto const* pattern :
       {"",        "*",        "**",     "a",    "a*",    "*a",   "articles/*.md", "articles/**", "a?c",
        "a[b-d]c", "a[!b-d]c", "a[^b]c", "[]a]", "[!]]",  "[a-]", "\\*",           "a\\?c",       "[",
        "a[b",     "a[",       "*/*/b",  "?",    "*a*b*", "a**b", "[*]",           "a/"}) {
    for (auto const* path :
         {"",  "a", "b", "abc", "acc", "aec",   "articles/x.md", "articles/y/x.md", "articles/", "*",  "?",   "a?c",
          "]", "-", "[", "a[b", "a[",  "x/y/b", "x/b",           "xaxxbx",          "ab",        "a/", "axxb"}) {
      CAPTURE(pattern);
      CAPTURE(path);
      CHECK(matches_pattern(pattern, path) == (fnmatch(pattern, path, 0) == 0));
    }
  }
}

TEST_CASE("matches_pattern: many stars take no longer than the product of the lengths") {
  std::string pattern;
  for (int i = 0; i < 1000; ++i) pattern += "*a";
  CHECK_FALSE(matches_pattern(pattern + "*b", std::string(4000, 'a')));
  CHECK(matches_pattern(pattern + "*", std::string(4000, 'a')));
}

TEST_CASE("plain_source_pattern: without what says nothing") {
  CHECK(plain_source_pattern("./minutes//2031/./") == "minutes/2031");
  CHECK(plain_source_pattern("!./minutes/") == "!minutes");
  CHECK(plain_source_pattern(".") == "*");
  CHECK(plain_source_pattern("!./") == "!*");
  CHECK(plain_source_pattern("minutes/**") == "minutes/**");
}

TEST_CASE("names_source: a path, or that of a folder around it") {
  CHECK(names_source("minutes", "minutes/2031/a.txt"));
  CHECK(names_source("minutes/a.txt", "minutes/a.txt"));
  CHECK(names_source("minutes/*", "minutes/2031/a.txt"));
  CHECK_FALSE(names_source("minutes", "minutes.txt"));
  CHECK_FALSE(names_source("minutes/20*", "minutes"));
}

TEST_CASE("folder_of_pattern: whole folders before the first wildcard") {
  CHECK(folder_of_pattern("transcripts/**") == "transcripts");
  CHECK(folder_of_pattern("minutes/2031/a*/b.txt") == "minutes/2031");
  CHECK(folder_of_pattern("minutes/20?1/a") == "minutes");
  CHECK(folder_of_pattern("council.txt").empty());
  CHECK(folder_of_pattern("*").empty());
  CHECK(folder_of_pattern("minutes/council.txt") == "minutes");
  CHECK_FALSE(has_wildcard("minutes/council.txt"));
  for (auto const* pattern : {"*", "a?", "[a]", "a\\b"}) CHECK(has_wildcard(pattern));
}
