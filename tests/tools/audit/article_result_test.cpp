// SPDX-License-Identifier: MIT
#include "tools/audit/article_result.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <cstdint>
#include <string>

#include "quoth/error.hpp"

using namespace quoth;
using namespace quoth::tools;

namespace {

// A frame of one empty block that says that it holds so many bytes (RFC 8878, 3.1.1).
std::string frame_of(std::uint64_t bytes) {
  std::string frame("\x28\xB5\x2F\xFD\xE0", 5);
  for (unsigned shift = 0; shift < 64; shift += 8) frame += static_cast<char>(bytes >> shift & 0xFFU);
  return frame + std::string("\x01\0\0", 3);
}

long peak_kib() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss;
}

}  // namespace

TEST_CASE("ArticleResult: a damaged frame takes no memory by its word alone") {
  auto const before = peak_kib();
  for (auto const bytes : {std::uint64_t{1} << 30U, std::uint64_t{0xFFFF'FFFF}, ~std::uint64_t{2}})
    CHECK_THROWS_WITH_AS(ArticleResult(frame_of(bytes), 0), "work.db: is damaged; remove it and run the audit again",
                         Error);
  CHECK(peak_kib() - before < 256 * 1024);
}

TEST_CASE("ArticleResult: what was packed is read again") {
  Document const article;
  ArticleResult const read(pack_result(article, {}), 0);
  CHECK(read.line().ends_with("}\n"));
  CHECK(read.rows().quotations.empty());
}
