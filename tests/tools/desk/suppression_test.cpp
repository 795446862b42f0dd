// SPDX-License-Identifier: MIT
#include "tools/desk/suppression.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "tests/growth.hpp"

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

// An article of so many lines, each of them a quotation that was found altered.
struct Lines {
  explicit Lines(std::size_t count) : article("a.md", text(count), {}, {}, starts(count)), checked(count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      checked[i].quotation.segments = {{2 * i, 2 * i + 1}};
      checked[i].finding.verdict = i % 3 == 0 ? Verdict::spliced : Verdict::altered;
    }
  }
  static std::u32string text(std::size_t count) {
    std::u32string all;
    for (std::size_t i = 0; i < count; ++i) all += U"a\n";
    return all;
  }
  static std::vector<std::uint32_t> starts(std::size_t count) {
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i <= count; ++i) all.push_back(2 * i);
    return all;
  }

  Document article;
  std::vector<CheckedQuotation> checked;
};

Suppression comment(Verdict verdict, std::size_t first, std::size_t last) {
  Suppression one;
  one.verdict = verdict;
  one.reason = std::to_string(first) + "-" + std::to_string(last);
  one.first_line = static_cast<std::uint32_t>(first);
  one.last_line = static_cast<std::uint32_t>(last);
  return one;
}

// A file that is gone with it.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string const& content)
      : path_((std::filesystem::temp_directory_path() / ("quoth-" + std::to_string(std::random_device()()))).string()) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  TemporaryFile(TemporaryFile const&) = delete;
  TemporaryFile& operator=(TemporaryFile const&) = delete;
  ~TemporaryFile() { std::remove(path_.c_str()); }
  std::string const& path() const { return path_; }

 private:
  std::string path_;
};

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

TEST_CASE("set_aside: of several comments over a finding the last gives the reason, and all are needed") {
  std::mt19937 chance(7);
  for (int round = 0; round < 50; ++round) {
    Lines lines(30);
    std::vector<Suppression> comments;
    for (int i = 0; i < 12; ++i) {
      auto const first = 1 + chance() % 35;
      comments.push_back(comment(i % 4 == 0 ? Verdict::spliced : Verdict::altered, first, first + chance() % 6));
    }
    auto const needed = set_aside(lines.article, lines.checked, comments, nullptr);
    std::set<std::size_t> expected;
    for (std::size_t line = 1; line <= lines.checked.size(); ++line) {
      auto const& finding = lines.checked[line - 1].finding;
      std::string reason;
      for (std::size_t i = 0; i < comments.size(); ++i) {
        if (comments[i].verdict != finding.verdict || line < comments[i].first_line || comments[i].last_line < line)
          continue;
        expected.insert(i);
        reason = comments[i].reason;
      }
      CHECK(finding.set_aside == reason);
    }
    CHECK(needed == expected);
  }
}

TEST_CASE("set_aside: many comments over many findings take time by their number") {
  for (bool const over_all : {true, false}) {
    auto const work = [&](std::size_t size) {
      Lines lines(size);
      std::vector<Suppression> comments;
      for (std::size_t i = 1; i <= size; ++i)
        comments.push_back(comment(Verdict::altered, over_all ? 1 : i, over_all ? size : i));
      set_aside(lines.article, lines.checked, comments, nullptr);
    };
    CHECK(test::growth(4000, work) < test::linear_growth);
  }
}

TEST_CASE("Baseline: a reason of over 1,000 bytes is refused, as that of a comment is") {
  auto const entry = [](std::size_t bytes) {
    return "# A comment.\nq1-a\taltered\ta.md\t" + std::string(bytes, 'x') + "\n";
  };
  CHECK(Baseline::read(TemporaryFile(entry(1000)).path()).size() == 1);
  TemporaryFile const over(entry(1001));
  CHECK_THROWS_WITH_AS(Baseline::read(over.path()),
                       (over.path() + ":2: the reason is over 1000 bytes long; shorten it").c_str(), Error);
}
