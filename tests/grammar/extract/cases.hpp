// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

// A case of a data file: "== name", an article, "--", then one expected line for each finding.
struct Case {
  std::string name;
  std::string article;
  std::string expected;
};

std::vector<Case> read_cases(std::string const& file);
