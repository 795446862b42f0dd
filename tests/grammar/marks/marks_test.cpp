// SPDX-License-Identifier: MIT
#include "grammar/marks/marks.hpp"

#include <doctest/doctest.h>

#include <string>

#include "grammar/tokens/prose_token.hpp"
#include "quoth/quotation.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::grammar;

namespace {

std::string repeated(std::string const& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::vector<MarkedSpan> stretches_of(std::string const& text) {
  auto tokens = scan(plain_document("case", to_utf32(text)));
  return pair_marks(tokens);
}

}  // namespace

TEST_CASE("a stretch knows what it is nested in") {
  auto const marked_spans = stretches_of("“He said ‘no’ to me,” she said.");
  REQUIRE(marked_spans.size() == 2);
  CHECK(marked_spans[0].parent == -1);
  CHECK(marked_spans[1].parent == 0);
}

TEST_CASE("an unclosed stretch ends with its paragraph") {
  auto const marked_spans = stretches_of("“The bridge is safe, she said.\n\nNobody spoke.");
  REQUIRE(marked_spans.size() == 1);
  CHECK_FALSE(marked_spans[0].closed);
  CHECK_FALSE(marked_spans[0].carried_on);
}

TEST_CASE("a stretch is carried on where the next paragraph opens with a mark") {
  auto const marked_spans = stretches_of("“The bridge is safe.\n\n“It is old,” she said.");
  REQUIRE(marked_spans.size() == 2);
  CHECK(marked_spans[0].carried_on);
  CHECK(marked_spans[1].closed);
}

TEST_CASE("nesting is capped") {
  auto const marked_spans = stretches_of(repeated("“‘", 200) + "deep" + repeated("’”", 200));
  std::size_t deepest = 0;
  std::vector<std::size_t> depth;
  for (auto const& marked_span : marked_spans) {
    depth.push_back(marked_span.parent < 0 ? 1 : depth[static_cast<std::size_t>(marked_span.parent)] + 1);
    deepest = std::max(deepest, depth.back());
  }
  CHECK(deepest <= deepest_nesting);
}

TEST_CASE("no input breaks the extraction") {
  for (std::string const part : {"“", "”", "\"", "'", "‘", "((((", "a ", "“a” ", "“a", "\"a said ", "''", "«", "<a ",
                                 ".", "Ana said, ", "Mr. ", ": “", "-"}) {
    CAPTURE(part);
    auto const document = plain_document("case", to_utf32(repeated(part, 20000)));
    for (auto const& quotation : extract(document)) {
      for (auto const segment : quotation.segments) CHECK(segment.last <= document.text().size());
    }
  }
  CHECK(extract(plain_document("case", U"")).empty());
  CHECK(extract(plain_document("case", U"“")).empty());
}
