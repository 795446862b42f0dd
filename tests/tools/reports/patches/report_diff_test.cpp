// SPDX-License-Identifier: MIT
#include "tools/reports/patches/report_diff.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace quoth;
using namespace quoth::tools;

TEST_CASE("diff_report: an id that is too long for a file's name stops nothing") {
  std::ostringstream out;
  auto const report = diff_report({}, out);
  report->add(plain_document(std::string(300, 'a') + ".md", U"It rained."), {});
  CHECK(out.str().empty());
}
