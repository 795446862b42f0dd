// SPDX-License-Identifier: MIT
#include "text/files/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "quoth/error.hpp"
#include "quoth/limits.hpp"
#include "text/bytes/size_limits.hpp"

namespace quoth::text {

namespace {

constexpr int with_zlib_header = 15;        // inflateInit2: the largest window
constexpr int with_gzip_header = 15 + 16;   // the same, and gzip instead of zlib
constexpr std::size_t step = 256UL * 1024;  // bytes unpacked at a time

struct Inflation {
  z_stream stream{};
  explicit Inflation(int window) {
    if (inflateInit2(&stream, window) != Z_OK) throw Error("zlib cannot start; memory is short");
  }
  Inflation(Inflation const&) = delete;
  Inflation& operator=(Inflation const&) = delete;
  ~Inflation() { inflateEnd(&stream); }
};

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

std::string gunzip(std::string_view bytes, Limits const& limits, std::string_view where) {
  Inflation inflation(with_gzip_header);
  auto& stream = inflation.stream;
  Deadline const deadline(limits);
  std::string out;
  std::size_t read = 0;
  for (int status = Z_OK; status != Z_STREAM_END || read < bytes.size();) {
    if (status == Z_STREAM_END) inflateReset(&stream);
    auto const given = std::min<std::size_t>(bytes.size() - read, std::numeric_limits<uInt>::max());
    // zlib's input is declared mutable but not changed.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + read));
    stream.avail_in = static_cast<uInt>(given);
    auto const size = out.size();
    out.resize(size + step);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + size);
    stream.avail_out = static_cast<uInt>(step);
    status = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    auto const taken = given - stream.avail_in;
    read += taken;
    check_unpacked(limits, out.size(), bytes.size(), where);
    deadline.check(where);
    bool const stuck = taken == 0 && out.size() == size;
    bool const broken = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR;
    if (broken || stuck) {
      throw Error(std::string(where) + ": broken gzip data; fetch the file again");
    }
  }
  return out;
}

std::string inflate_some(std::string_view bytes, std::size_t most) {
  Inflation inflation(with_zlib_header);
  auto& stream = inflation.stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
  std::string out;
  for (int status = Z_OK; status == Z_OK && out.size() < most;) {
    auto const size = out.size();
    out.resize(std::min(size + step, most));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + size);
    stream.avail_out = static_cast<uInt>(out.size() - size);
    status = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    if (out.size() == size) break;
  }
  return out;
}

}  // namespace quoth::text
