// SPDX-License-Identifier: MIT
#include "text/unicode/unicode.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "quoth/error.hpp"

namespace quoth::text {

namespace {

constexpr char32_t byte_order_mark = 0xFEFF;

// Decodes the code point at `i` and moves past it; negative if the bytes are not UTF-8.
UChar32 next_code_point(std::string_view bytes, std::size_t& i) {
  UChar32 c = 0;
  auto const* data = reinterpret_cast<std::uint8_t const*>(bytes.data());
  U8_NEXT(data, i, bytes.size(), c);
  return c;
}

// Decodes UTF-8, with a fast path for ASCII; false if the bytes are not valid.
bool decode_utf8(std::string_view bytes, std::u32string& out) {
  constexpr std::uint64_t not_ascii = 0x8080808080808080;
  constexpr std::size_t step = 8;  // bytes, each of which is a code point here
  std::uint64_t eight = 0;
  out.resize(bytes.size());
  auto* put = out.data();
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes.size() - i >= step && (std::memcpy(&eight, bytes.data() + i, step), eight & not_ascii) == 0) {
      for (std::size_t k = 0; k < step; ++k) put[k] = static_cast<unsigned char>(bytes[i + k]);
      put += step;
      i += step;
      continue;
    }
    auto const byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      *put++ = byte;
      ++i;
      continue;
    }
    UChar32 const c = next_code_point(bytes, i);
    if (c < 0) return false;
    *put++ = static_cast<char32_t>(c);
  }
  out.resize(static_cast<std::size_t>(put - out.data()));
  return true;
}

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Decodes by ICU's converter of that name; `fits` says whether the bytes are valid in the encoding.
std::u32string convert(std::string_view bytes, char const* encoding, bool& fits) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, ConverterCloser> const converter(ucnv_open(encoding, &status));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string units(bytes.size() + 1, u'\0');
  auto const length = ucnv_toUChars(converter.get(), units.data(), static_cast<std::int32_t>(units.size()),
                                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  fits = U_SUCCESS(status) != 0;
  std::u32string out;
  if (!fits) return out;
  for (std::int32_t i = 0; i < length;) {
    UChar32 c = 0;
    U16_NEXT(units.data(), i, length, c);
    if (c != static_cast<UChar32>(byte_order_mark)) out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

// The kind of UTF-16 without a byte order mark, by the zero bytes at every other position of mostly Latin text; null
// for none.
char const* utf16_by_zeros(std::string_view bytes) {
  auto const sample = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros.at(i % 2) += sample[i] == '\0';
  if (bytes.size() % 2 != 0 || sample.size() < 4) return nullptr;
  if (zeros[1] > sample.size() / 4 && zeros[0] * 8 < zeros[1]) return "UTF-16LE";
  if (zeros[0] > sample.size() / 4 && zeros[1] * 8 < zeros[0]) return "UTF-16BE";
  return nullptr;
}

// Whether it has no byte that Windows-1252 leaves undefined and no control characters.
bool looks_like_windows_1252(std::string_view bytes) {
  constexpr std::string_view undefined = "\x81\x8D\x8F\x90\x9D";
  return std::ranges::none_of(bytes, [&](char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || undefined.find(c) != undefined.npos;
  });
}

// Browsers decode the encodings called Latin-1 and ASCII as Windows-1252, so these names tell nothing.
bool is_known(std::string const& encoding) {
  if (encoding.empty() || encoding == "utf-8" || encoding == "iso-8859-1" || encoding == "us-ascii") return false;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, ConverterCloser> const converter(ucnv_open(encoding.c_str(), &status));
  return U_SUCCESS(status) != 0;
}

Decoded decode_as(std::string_view bytes, char const* encoding, std::string_view where) {
  // ICU counts code units in 32 bits.
  if (bytes.size() > 0x3FFFFFFF)
    throw Error(std::string(where) + ": over 1 GiB in " + encoding + "; convert it to UTF-8");
  bool fits = false;
  auto text = convert(bytes, encoding, fits);
  if (!fits) throw Error(std::string(where) + ": starts like " + encoding + " but is not; convert it to UTF-8");
  return {std::move(text), encoding};
}

// Old Macintosh files end lines with a carriage return alone. A line feed is as long, so offsets stay true.
Decoded with_line_feeds(Decoded decoded) {
  auto& text = decoded.text;
  if (text.find(U'\n') == text.npos) std::ranges::replace(text, U'\r', U'\n');
  return decoded;
}

Decoded decode_any(std::string_view bytes, std::string_view where, std::string const& declared) {
  if (bytes.starts_with("\xFF\xFE")) return decode_as(bytes, "UTF-16LE", where);
  if (bytes.starts_with("\xFE\xFF")) return decode_as(bytes, "UTF-16BE", where);
  if (auto const* encoding = utf16_by_zeros(bytes)) return decode_as(bytes, encoding, where);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.find('\0') != bytes.npos) {
    throw Error(std::string(where) + ": is binary, not text; give one of the formats in docs/formats.md");
  }
  Decoded result{{}, "UTF-8"};
  if (decode_utf8(bytes, result.text)) return result;
  if (is_known(declared)) return decode_as(bytes, declared.c_str(), where);
  if (looks_like_windows_1252(bytes)) return decode_as(bytes, "windows-1252", where);
  throw Error(std::string(where) + ": is neither UTF-8, UTF-16 nor Windows-1252; convert it to UTF-8");
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view where, std::string const& declared) {
  return with_line_feeds(decode_any(bytes, where, declared));
}

std::u32string to_utf32(std::string_view utf8) {
  std::u32string out;
  if (!decode_utf8(utf8, out)) throw Error("text is not valid UTF-8");
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::size_t size = 0;
  for (auto const c : text) size += 1U + (c >= 0x80) + (c >= 0x800) + (c >= 0x10000);
  std::string out(size, '\0');
  auto* put = out.data();
  for (auto const c : text) {
    if (c < 0x80) {
      *put++ = static_cast<char>(c);
      continue;
    }
    std::size_t length = 0;
    auto* const bytes = reinterpret_cast<std::uint8_t*>(put);
    U8_APPEND_UNSAFE(bytes, length, c);
    put += length;
  }
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(reinterpret_cast<char const*>(bytes.data()), length);
}

bool valid_utf8(std::string_view bytes) {
  constexpr std::uint64_t not_ascii = 0x8080808080808080;
  std::uint64_t eight = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes.size() - i >= sizeof eight &&
        (std::memcpy(&eight, bytes.data() + i, sizeof eight), eight & not_ascii) == 0) {
      i += sizeof eight;
    } else if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
    } else if (next_code_point(bytes, i) < 0) {
      return false;
    }
  }
  return true;
}

std::string repaired_utf8(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    auto const c = next_code_point(bytes, i);
    append_utf8(out, c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
  }
  return out;
}

bool drives_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || (c >= 0xE0000 && c <= 0xE007F);
}

bool is_harmless_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes[i] >= 0x20 && bytes[i] < 0x7F) {
      ++i;
      continue;
    }
    auto const c = next_code_point(bytes, i);
    if (c < 0 || drives_terminal(static_cast<char32_t>(c))) return false;
  }
  return true;
}

}  // namespace quoth::text
