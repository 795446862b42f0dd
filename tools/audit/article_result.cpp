// SPDX-License-Identifier: MIT
#include "tools/audit/article_result.hpp"

#include <zstd.h>

#include <algorithm>
#include <memory>
#include <new>

#include "db/audit/audit_file.hpp"
#include "match/findings/finding_rows.hpp"
#include "quoth/error.hpp"
#include "quoth/json.hpp"

namespace quoth::tools {

namespace {

constexpr int fast = 1;  // level of compression

struct ContextCloser {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// Each thread keeps its contexts: creating one takes longer than compressing a result.
template <typename Context>
Context* own_context(Context* (*create)()) {
  thread_local std::unique_ptr<Context, ContextCloser> const context(create());
  if (!context) throw std::bad_alloc();
  return context.get();
}

std::string compressed(std::string_view bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  auto const size =
      ZSTD_compressCCtx(own_context(&ZSTD_createCCtx), frame.data(), frame.size(), bytes.data(), bytes.size(), fast);
  if (ZSTD_isError(size) != 0) throw Error(std::string("a result cannot be packed: ") + ZSTD_getErrorName(size));
  frame.resize(size);
  return frame;
}

[[noreturn]] void fail() { throw db::audit_damage(); }

// The most that a frame can hold, whatever it says: every block of it, which is at most so long unpacked, has a header
// of three bytes and a byte behind it (RFC 8878, 3.1.1.2).
std::size_t most_in(std::string_view frame) {
  constexpr std::size_t least_block = 4;
  constexpr auto most = std::size_t{1} << 32U;
  return std::min(most, frame.size() / least_block * ZSTD_BLOCKSIZE_MAX);
}

std::string decompressed(std::string_view frame) {
  auto const expected = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (expected > most_in(frame)) fail();
  std::string bytes(expected, '\0');
  auto* const context = own_context(&ZSTD_createDCtx);
  if (ZSTD_decompressDCtx(context, bytes.data(), bytes.size(), frame.data(), frame.size()) != expected) fail();
  return bytes;
}

}  // namespace

std::string pack_result(Document const& article, std::vector<CheckedQuotation> const& checked) {
  auto bytes = to_json(article, checked) + "\n";
  match::FindingRows const rows(article, checked);
  db::append_rows(bytes, rows.rows());
  return compressed(bytes);
}

ArticleResult::ArticleResult(std::string_view packed, double least_confidence) : bytes_(decompressed(packed)) {
  line_size_ = bytes_.find('\n') + 1;  // 0 where there is none
  if (line_size_ == 0) fail();
  rows_ = db::decode_rows(std::string_view(bytes_).substr(line_size_));
  for (auto& row : rows_.quotations) row.unsure = row.must_be_seen && row.confidence < least_confidence;
}

}  // namespace quoth::tools
