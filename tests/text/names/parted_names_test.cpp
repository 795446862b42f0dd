// SPDX-License-Identifier: MIT
#include "text/names/parted_names.hpp"

#include <doctest/doctest.h>

#include "tests/growth.hpp"

using quoth::text::parted_names;

TEST_CASE("parted_names: a list of authors") {
  CHECK(parted_names("Ana Reed, Bo Lund and Cy Marsh") == std::vector<std::string>{"Ana Reed", "Bo Lund", "Cy Marsh"});
  CHECK(parted_names("Ana Reed, Bo Lund, and Cy Marsh") == std::vector<std::string>{"Ana Reed", "Bo Lund", "Cy Marsh"});
  CHECK(parted_names("Ana Reed & Bo Lund") == std::vector<std::string>{"Ana Reed", "Bo Lund"});
  CHECK(parted_names("Ana Reed") == std::vector<std::string>{"Ana Reed"});
  CHECK(parted_names("").empty());
}

TEST_CASE("parted_names: marks and words between names, and names that hold them") {
  CHECK(parted_names(";; Ana Reed;Bo Lund , Anders and,Cy,") ==
        std::vector<std::string>{"Ana Reed", "Bo Lund ", "Anders and,Cy,"});
}

TEST_CASE("parted_names: takes time by the length of the list") {
  CHECK(quoth::test::growth(5000, [](std::size_t count) {
          std::string list;
          for (std::size_t i = 0; i < count; ++i) list += "A;";
          CHECK(parted_names(list).size() == count);
        }) < quoth::test::linear_growth);
}
