// SPDX-License-Identifier: MIT
#include "tests/grammar/extract/cases.hpp"

#include <doctest/doctest.h>

#include <fstream>

std::vector<Case> read_cases(std::string const& file) {
  std::ifstream stream(std::string(QUOTH_TEST_DATA) + '/' + file);
  REQUIRE(stream.is_open());
  std::vector<Case> cases;
  bool in_expected = false;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("== ")) {
      cases.push_back({line.substr(3), {}, {}});
      in_expected = false;
    } else if (line == "--") {
      in_expected = true;
    } else if (in_expected && line.starts_with("# ")) {
      continue;  // a heading over the cases that follow
    } else if (!cases.empty()) {
      auto& part = in_expected ? cases.back().expected : cases.back().article;
      if (!in_expected || !line.empty()) part += line + '\n';
    }
  }
  REQUIRE(!cases.empty());
  return cases;
}
