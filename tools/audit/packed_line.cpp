// SPDX-License-Identifier: MIT
#include "packed_line.hpp"

#include <zstd.h>

#include "quoth/error.hpp"

namespace quoth {

namespace {

constexpr int fast = 1;

}  // namespace

std::string packed(std::string_view line) {
  std::string bytes(ZSTD_compressBound(line.size()), '\0');
  auto const size = ZSTD_compress(bytes.data(), bytes.size(), line.data(), line.size(), fast);
  if (ZSTD_isError(size) != 0) throw Error(std::string("a result cannot be packed: ") + ZSTD_getErrorName(size));
  bytes.resize(size);
  return bytes;
}

std::string unpacked(std::string_view bytes) {
  auto const expected = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  constexpr auto most = std::size_t{1} << 32U;
  if (expected < most) {
    std::string line(expected, '\0');
    if (ZSTD_decompress(line.data(), line.size(), bytes.data(), bytes.size()) == expected) return line;
  }
  throw Error("work.db is damaged; remove it and run the audit again");
}

}  // namespace quoth
