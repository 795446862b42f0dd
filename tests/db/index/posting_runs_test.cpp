// SPDX-License-Identifier: MIT
#include "db/index/posting_runs.hpp"

#include <doctest/doctest.h>

#include <set>
#include <vector>

#include "quoth/error.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::Folder;
using quoth::test::numbers;

namespace {

// Room for one block of 4,096 entries for each part. A step below takes four of them in every other part, as its chunks
// are far apart: so 1,024 steps fit into memory, and then all is written to the file.
constexpr std::size_t memory = std::size_t{PostingRuns::parts} * 4'096 * 4;
constexpr std::uint32_t steps_in_memory = 1'024;
constexpr std::uint32_t far_apart = 16'384;

Shingle of_part(std::uint32_t part, std::uint64_t number) {
  auto const first = part == 0 ? 0 : PostingRuns::end_of_part(part - 1);
  return first + static_cast<Shingle>(number % (PostingRuns::end_of_part(0)));
}

std::vector<Posting> taken(PostingRuns& runs) {
  std::vector<Posting> all, part_of_all;
  for (std::uint32_t part = 0; part < PostingRuns::parts; ++part) {
    runs.take(part, part_of_all);
    all.insert(all.end(), part_of_all.begin(), part_of_all.end());
  }
  return all;
}

// Some postings for every part, of chunks far apart.
std::set<Posting> fill(PostingRuns& runs, std::uint32_t steps) {
  std::set<Posting> expected;
  auto next = numbers(6);
  for (std::uint32_t step = 0; step < steps; ++step) {
    for (std::uint32_t part = 0; part < PostingRuns::parts; ++part) {
      auto const chunk = 1 + step * (part % 2 == 0 ? far_apart : 1 + part);
      for (std::uint64_t i = 0; i < 3; ++i) {
        auto const one = of_part(part, 5 * i + next() % 5);
        runs.add(one, chunk);
        expected.insert(posting(one, chunk));
      }
    }
  }
  return expected;
}

}  // namespace

TEST_CASE("PostingRuns: sorted and each once, whether all fit in memory or parts were written to the file") {
  Folder folder;
  for (auto const steps : {1U, steps_in_memory, steps_in_memory + 1, 3 * steps_in_memory}) {
    CAPTURE(steps);
    PostingRuns runs(folder.path(), memory);
    auto const expected = fill(runs, steps);
    CHECK(taken(runs) == std::vector<Posting>(expected.begin(), expected.end()));
    CHECK(std::filesystem::is_empty(folder.path()));  // the file has no name
  }
}

TEST_CASE("PostingRuns: what was set aside is forgotten, in memory and in the file, and it can be used again") {
  Folder folder;
  PostingRuns runs(folder.path(), memory);
  fill(runs, 2 * steps_in_memory);
  runs.clear();
  CHECK(runs.size() == 0);
  runs.add(of_part(7, 1), 5);
  CHECK(taken(runs) == std::vector<Posting>{posting(of_part(7, 1), 5)});
}

TEST_CASE("PostingRuns: where no file can be made, it says so") {
  Folder folder;
  PostingRuns runs(folder / "missing", memory);
  CHECK_THROWS_WITH_AS(fill(runs, steps_in_memory + 1), doctest::Contains("no working file can be made"), StoreError);
}
