// SPDX-License-Identifier: MIT
#include "text/unicode/byte_positions.hpp"

#include <doctest/doctest.h>

#include <string>

using quoth::text::BytePositions;

TEST_CASE("BytePositions: columns count code points, bytes are those of UTF-8") {
  std::string const file = "Å “b”\n\nend";
  BytePositions const positions(file);
  CHECK(positions.byte_of(0, 1) == 0);
  CHECK(positions.byte_of(0, 4) == file.find('b'));
  CHECK(positions.start(2) == file.find("end"));
  CHECK(positions.byte_of(2, 3) == file.find('d'));
}

TEST_CASE("BytePositions: a byte order mark belongs to no line") {
  std::string const file =
      "\xEF\xBB\xBF"
      "one";
  CHECK(BytePositions(file).byte_of(0, 1) == 3);
}

TEST_CASE("BytePositions: what lies behind the file is its end") {
  std::string const file = "one";
  CHECK(BytePositions(file).byte_of(0, 9) == 3);
  CHECK(BytePositions(file).byte_of(7, 1) == 3);
}
