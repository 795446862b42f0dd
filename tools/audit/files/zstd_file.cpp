// SPDX-License-Identifier: MIT
#include "tools/audit/files/zstd_file.hpp"

#include <zstd.h>

#include <cerrno>
#include <cstring>

#include "quoth/error.hpp"

namespace quoth::tools {

struct ZstdFile::Stream {
  Stream() : context(ZSTD_createCCtx()) { ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1); }
  Stream(Stream const&) = delete;
  Stream& operator=(Stream const&) = delete;
  ~Stream() { ZSTD_freeCCtx(context); }

  ZSTD_CCtx* context;
};

ZstdFile::ZstdFile(std::filesystem::path file)
    : name_(std::move(file)),
      file_(name_, std::ios::binary),
      stream_(std::make_unique<Stream>()),
      buffer_(ZSTD_CStreamOutSize(), '\0') {
  if (!file_) throw Error(name_.string() + ": cannot be written: " + std::strerror(errno));
}
ZstdFile::~ZstdFile() = default;

void ZstdFile::write(std::string_view bytes) { put(bytes, false); }

void ZstdFile::close() {
  put({}, true);
  file_.close();
  if (!file_) throw Error(name_.string() + ": writing failed; check the disk and run the same command again");
}

void ZstdFile::put(std::string_view bytes, bool last) {
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  for (bool done = false; !done;) {
    ZSTD_outBuffer out{buffer_.data(), buffer_.size(), 0};
    auto const left = ZSTD_compressStream2(stream_->context, &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
    if (ZSTD_isError(left) != 0) throw Error(name_.string() + ": cannot be packed: " + ZSTD_getErrorName(left));
    file_.write(buffer_.data(), static_cast<std::streamsize>(out.pos));
    done = last ? left == 0 : in.pos == in.size;
  }
  if (!file_) throw Error(name_.string() + ": writing failed; check the disk and run the same command again");
}

}  // namespace quoth::tools
