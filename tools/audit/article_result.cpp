// SPDX-License-Identifier: MIT
#include "tools/audit/compressed_line.hpp"

#include <zstd.h>

#include <memory>
#include <new>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

constexpr int fast = 1;  // level of compression

struct ContextCloser {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// Each thread keeps its contexts: creating one takes longer than compressing a line.
template <typename Context>
Context* own_context(Context* (*create)()) {
  thread_local std::unique_ptr<Context, ContextCloser> const context(create());
  if (!context) throw std::bad_alloc();
  return context.get();
}

}  // namespace

std::string compress_line(std::string_view line) {
  std::string bytes(ZSTD_compressBound(line.size()), '\0');
  auto const size =
      ZSTD_compressCCtx(own_context(&ZSTD_createCCtx), bytes.data(), bytes.size(), line.data(), line.size(), fast);
  if (ZSTD_isError(size) != 0) throw Error(std::string("a result cannot be packed: ") + ZSTD_getErrorName(size));
  bytes.resize(size);
  return bytes;
}

std::string decompress_line(std::string_view bytes) {
  auto const expected = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  constexpr auto most = std::size_t{1} << 32U;
  if (expected < most) {
    std::string line(expected, '\0');
    auto* const context = own_context(&ZSTD_createDCtx);
    if (ZSTD_decompressDCtx(context, line.data(), line.size(), bytes.data(), bytes.size()) == expected) return line;
  }
  throw Error("work.db is damaged; remove it and run the audit again");
}

}  // namespace quoth::tools
