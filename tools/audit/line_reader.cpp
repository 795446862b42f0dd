// SPDX-License-Identifier: MIT
#include "tools/audit/line_reader.hpp"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "quoth/error.hpp"
#include "text/files/file_bytes.hpp"

namespace quoth::tools {

// The decompressed bytes of a file, piece by piece.
class LineReader::Bytes {
 public:
  Bytes() = default;
  Bytes(Bytes const&) = delete;
  Bytes& operator=(Bytes const&) = delete;
  virtual ~Bytes() = default;

  // Replaces `piece`; leaves it empty at the end.
  virtual void read(std::string& piece) = 0;
  virtual std::uint64_t position() const = 0;
};

namespace {

constexpr std::size_t piece_size = 256UL * 1024;  // bytes

// zlib passes on a file that is not compressed as it is.
class GzipBytes : public LineReader::Bytes {
 public:
  explicit GzipBytes(std::string const& path) : path_(path), file_(gzopen(path.c_str(), "rb")) {
    if (file_ == nullptr) throw Error(path + ": cannot be opened; check its rights");
    gzbuffer(file_, piece_size);
  }
  ~GzipBytes() override { gzclose(file_); }

  void read(std::string& piece) override {
    piece.resize(piece_size);
    auto const size = gzread(file_, piece.data(), static_cast<unsigned>(piece.size()));
    int code = Z_OK;
    gzerror(file_, &code);
    if (size < 0 || code == Z_BUF_ERROR) throw Error(path_ + ": is damaged or broken off; get a whole copy");
    piece.resize(static_cast<std::size_t>(size));
  }
  std::uint64_t position() const override { return static_cast<std::uint64_t>(std::max<z_off_t>(gzoffset(file_), 0)); }

 private:
  std::string path_;
  gzFile file_;
};

class ZstdBytes : public LineReader::Bytes {
 public:
  explicit ZstdBytes(std::string const& path)
      : path_(path), file_(text::open_file(path)), packed_(piece_size, '\0'), stream_(ZSTD_createDStream()) {}
  ~ZstdBytes() override { ZSTD_freeDStream(stream_); }

  void read(std::string& piece) override {
    piece.resize(piece_size);
    ZSTD_outBuffer out{piece.data(), piece.size(), 0};
    while (out.pos == 0) {
      bool const ended = in_.pos == in_.size && !refill();
      if (ended && inside_) throw Error(path_ + ": is broken off; get a whole copy");
      if (ended) break;
      auto const code = ZSTD_decompressStream(stream_, &out, &in_);
      if (ZSTD_isError(code) != 0)
        throw Error(path_ + ": is damaged (" + ZSTD_getErrorName(code) + "); get a whole copy");
      inside_ = code != 0;
    }
    piece.resize(out.pos);
  }
  std::uint64_t position() const override { return position_; }

 private:
  bool refill() {
    file_.read(packed_.data(), static_cast<std::streamsize>(packed_.size()));
    in_ = {packed_.data(), static_cast<std::size_t>(file_.gcount()), 0};
    position_ += in_.size;
    return in_.size > 0;
  }

  std::string path_;
  std::ifstream file_;
  std::string packed_;
  ZSTD_DStream* stream_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  bool inside_ = false;  // whether in a frame
  std::uint64_t position_ = 0;
};

// It is opened twice, and read again where an audit goes on, which a pipe bears neither of.
std::unique_ptr<LineReader::Bytes> bytes_of(std::string const& path) {
  std::error_code failed;
  if (std::filesystem::is_other(std::filesystem::status(path, failed)))
    throw Error(path + ": is a pipe or a device; an audit reads JSON lines from files alone, so write them into one");
  std::string magic(4, '\0');
  text::open_file(path).read(magic.data(), static_cast<std::streamsize>(magic.size()));
  if (magic == "\x28\xB5\x2F\xFD") return std::make_unique<ZstdBytes>(path);
  return std::make_unique<GzipBytes>(path);
}

}  // namespace

LineReader::LineReader(std::string const& path, Limits const& limits)
    : bytes_(bytes_of(path)),
      lines_([bytes = bytes_.get()](std::string& piece) { bytes->read(piece); }, path, limits) {}
LineReader::~LineReader() = default;

std::uint64_t LineReader::position() const { return bytes_->position(); }

}  // namespace quoth::tools
