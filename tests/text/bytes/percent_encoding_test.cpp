// SPDX-License-Identifier: MIT
#include "text/bytes/percent_encoding.hpp"

#include <doctest/doctest.h>

using namespace quoth::text;

TEST_CASE("unreserved characters of a URI stay, bytes of all others are written in hexadecimal") {
  CHECK(percent_encoded("a-Z_0.9~") == "a-Z_0.9~");
  CHECK(percent_encoded("a b/ø") == "a%20b%2F%C3%B8");
  CHECK(percent_encoded("a b/ø", "/") == "a%20b/%C3%B8");
}

TEST_CASE("what was encoded comes back") {
  CHECK(percent_decoded("a%20b%2f%C3%b8") == "a b/ø");
  CHECK(percent_decoded("").value().empty());
}

TEST_CASE("what cannot have been encoded gives nothing") {
  for (auto const* wrong : {"%", "%4", "%zz", "%4g", "%ff", "a%-1"}) {
    CAPTURE(std::string(wrong));
    CHECK_FALSE(percent_decoded(wrong));
  }
}
