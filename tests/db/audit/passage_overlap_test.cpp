// SPDX-License-Identifier: MIT
#include "db/audit/passage_overlap.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using quoth::db::PassageOverlap;

namespace {

std::vector<std::size_t> groups(std::vector<std::string> const& passages) {
  PassageOverlap overlap;
  for (auto const& one : passages) overlap.add(one);
  std::vector<std::size_t> groups;
  for (std::size_t i = 0; i < passages.size(); ++i) groups.push_back(overlap.group_of(i));
  return groups;
}

using Groups = std::vector<std::size_t>;

}  // namespace

TEST_CASE("PassageOverlap: passages that share words at their ends, or lie in one another, are one group") {
  CHECK(groups({"the ferry leaves at nine", "leaves at nine, and the crane stays", "nine, and the crane stays here"}) ==
        Groups{0, 0, 0});
  CHECK(groups({"at nine and the crane", "The ferry leaves at nine, and the crane stays here"}) == Groups{0, 0});
  CHECK(groups({"the ferry leaves", "the crane stays here", "stays here for ever"}) == Groups{0, 1, 2});
}

TEST_CASE("PassageOverlap: the same words at another place are no overlap") {
  CHECK(groups({"and we will see the ferry leave", "but we will see the crane go"}) == Groups{0, 1});
  CHECK(groups({"a b c d a b c e", "x a b c d a b c e y", "z a b c q"}) == Groups{0, 0, 2});
}

TEST_CASE("PassageOverlap: each stretch between what is left out counts") {
  CHECK(groups({"the ferry leaves at nine […] the crane stays here for now", "crane stays here for now and ever"}) ==
        Groups{0, 0});
  CHECK(groups({"", "two words", "[…]"}) == Groups{0, 1, 2});
}

TEST_CASE("PassageOverlap: time is bounded where a turn repeats itself") {
  std::string same;
  for (int i = 0; i < 3000; ++i) same += "ha ";
  std::vector<std::string> passages(50, same);
  CHECK(groups(passages) == Groups(50, 0));
}
