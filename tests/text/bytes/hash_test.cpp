// SPDX-License-Identifier: MIT
#include "text/bytes/hash.hpp"

#include <doctest/doctest.h>

namespace {

TEST_CASE("fnv_hash: the values of the published test vectors") {
  CHECK(quoth::text::fnv_hash("") == 0xcbf29ce484222325U);
  CHECK(quoth::text::fnv_hash("a") == 0xaf63dc4c8601ec8cU);
  CHECK(quoth::text::fnv_hash("foobar") == 0x85944171f73967e8U);
}

TEST_CASE("mixed_bits: stores keep what it gives") {
  CHECK(quoth::text::mixed_bits(0) == 0);
  CHECK(quoth::text::mixed_bits(1) == 0x4179b061e0c0e0d0U);
}

}  // namespace
