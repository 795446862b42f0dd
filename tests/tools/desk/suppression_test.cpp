// SPDX-License-Identifier: MIT
#include "tools/desk/suppression.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace quoth;
using namespace quoth::tools;

namespace {

struct Read {
  std::vector<Suppression> comments;
  std::vector<SuppressionError> faults;
};

Read read(std::string const& file) {
  Read all;
  all.comments = suppressions_in(file, "a.md", all.faults);
  return all;
}

std::string repeated(std::string const& text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("suppressions_in: a verdict that there is not is named on one line") {
  CHECK_THROWS_WITH_AS(suppressions_in("<!-- quoth: ignore no\nsuch: why -->", "a.md"),
                       doctest::Contains("cannot ignore \"no such\""), Error);
}

TEST_CASE("suppressions_in: an ignore comment that is left open ends before the next comment") {
  for (auto const* next : {"<!-- quoth: ignore spliced: two answers -->\n", "<!-- of the desk -->\n"}) {
    auto const all = read(std::string("It rained. <!-- quoth: ignore altered: her notes\n\n") + next);
    REQUIRE(all.faults.size() == 1);
    CHECK(all.faults[0].fault() == "the comment is not closed; end it with -->");
    CHECK(std::string(all.faults[0].what()).starts_with("a.md:1: "));
  }
  auto const all = read("<!-- quoth: ignore altered: her notes\n<!-- quoth: ignore spliced: two answers -->\n");
  REQUIRE(all.comments.size() == 1);
  CHECK(all.comments[0].reason == "two answers");
}

TEST_CASE("suppressions_in: of many comments that are left open none takes what belongs to another") {
  for (auto const* end : {"", "-->"}) {
    auto const file = repeated("<!-- quoth: ignore altered: x\n", 8000) + end;
    auto const all = read(file);
    CHECK(all.comments.size() + all.faults.size() == 8000);
    std::size_t bytes = 0;
    for (auto const& comment : all.comments) bytes += comment.reason.size();
    for (auto const& fault : all.faults) bytes += fault.fault().size();
    CHECK(bytes < 2 * file.size());
  }
}

TEST_CASE("suppressions_in: a comment of over 1,000 bytes is refused") {
  auto const of_size = [](std::size_t size) {
    return read("<!-- quoth: ignore altered: " + std::string(size, 'x') + "-->").faults;
  };
  CHECK(of_size(990).empty());
  REQUIRE(of_size(1000).size() == 1);
  CHECK(of_size(1000)[0].fault() == "the comment is over 1000 bytes long; shorten it");
}

TEST_CASE("suppressions_in: a comment alone in its line holds for the next paragraph, one of several for its own") {
  auto const alone = read("It rained.\n\n  <!-- quoth: ignore altered: notes -->  \n\nIt snowed.\nOften.\n");
  REQUIRE(alone.comments.size() == 1);
  CHECK(alone.comments[0].first_line == 3);
  CHECK(alone.comments[0].last_line == 6);
  auto const both =
      read("It rained.\n <!-- quoth: ignore altered: a --> <!-- quoth: ignore spliced: b --> \n\nIt snowed.\n");
  REQUIRE(both.comments.size() == 2);
  for (auto const& comment : both.comments) {
    CHECK(comment.first_line == 1);
    CHECK(comment.last_line == 2);
  }
}
