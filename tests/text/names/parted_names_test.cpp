// SPDX-License-Identifier: MIT
#include "text/names/parted_names.hpp"

#include <doctest/doctest.h>

using quoth::text::parted_names;

TEST_CASE("parted_names: a list of authors") {
  CHECK(parted_names("Ana Reed, Bo Lund and Cy Marsh") == std::vector<std::string>{"Ana Reed", "Bo Lund", "Cy Marsh"});
  CHECK(parted_names("Ana Reed, Bo Lund, and Cy Marsh") == std::vector<std::string>{"Ana Reed", "Bo Lund", "Cy Marsh"});
  CHECK(parted_names("Ana Reed & Bo Lund") == std::vector<std::string>{"Ana Reed", "Bo Lund"});
  CHECK(parted_names("Ana Reed") == std::vector<std::string>{"Ana Reed"});
  CHECK(parted_names("").empty());
}
