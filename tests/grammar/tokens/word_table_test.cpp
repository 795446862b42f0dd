// SPDX-License-Identifier: MIT
#include "grammar/tokens/word_table.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace quoth::grammar;

TEST_CASE("WordTable: words with one slot and one tag are told apart") {
  WordTable<int> table(8);
  constexpr WordKey ferry = 0xAB00000000000003;
  constexpr WordKey same_slot = 0x1200000000000003;
  constexpr WordKey same_tag = 0xAB0000000000000B;
  table[ferry] = 1;
  table[same_slot] = 2;
  CHECK(table.find(ferry) == 1);
  CHECK(table.find(same_slot) == 2);
  CHECK(table.find(same_tag) == 0);
  table[same_tag] = 3;
  CHECK(table.find(same_tag) == 3);
  CHECK(table.find(ferry) == 1);
}

TEST_CASE("WordTable: what is past the last slot begins again at the first") {
  WordTable<int> table(4);
  table[3] = 1;
  table[7] = 2;
  CHECK(table.find(7) == 2);
  CHECK(table.find(11) == 0);
}

TEST_CASE("for_each_listed: the class of a line, and each word of it") {
  std::string seen;
  auto const class_of = [](std::string_view name) { return name.size(); };
  for_each_listed(
      "# remark\nno class here\n\nboat: ferry tug\nquay: pier", class_of,
      [&](std::size_t size, std::string_view word) { seen += std::to_string(size) + std::string(word) + ' '; });
  CHECK(seen == "4ferry 4tug 4pier ");
}
