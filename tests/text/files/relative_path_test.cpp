// SPDX-License-Identifier: MIT
#include "text/files/relative_path.hpp"

#include <doctest/doctest.h>

#include <string>

using quoth::text::relative_path;

TEST_CASE("relative_path: seen from the folder") {
  CHECK(relative_path("/nowhere/desk/a.md", "/nowhere") == "desk/a.md");
  CHECK(relative_path("/nowhere/a.md", "/nowhere/desk") == "../a.md");
  CHECK(relative_path("./desk/../a.md") == "a.md");
}

TEST_CASE("relative_path: a name that no file can have is left as it is") {
  auto const name = std::string(300, 'a') + "/../b.md";
  CHECK(relative_path(name) == name);
  CHECK(relative_path(name, "/nowhere") == name);
}
