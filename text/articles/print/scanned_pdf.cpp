// SPDX-License-Identifier: MIT
#include "text/articles/print/scanned_pdf.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "text/articles/print/text_modes.hpp"
#include "text/files/gzip.hpp"
#include "text/words/lines.hpp"

namespace quoth::text {

namespace {

constexpr std::size_t longest_dictionary = 4096;     // bytes
constexpr std::size_t most_of_a_stream = 4UL << 20;  // bytes, unpacked
constexpr std::size_t most_of_a_file = 64UL << 20;   // bytes, unpacked
constexpr std::size_t enough_text = 200UL * 1024;    // bytes; about fifty pages

// The dictionary of the stream that begins at `at`, or the end of a very long one.
std::string_view dictionary_before(std::string_view bytes, std::size_t at) {
  auto const first = at - std::min(at, longest_dictionary);
  auto const window = bytes.substr(first, at - first);
  auto const object = window.rfind(" obj");
  return object == window.npos ? window : window.substr(object);
}

// Whether the dictionary has "/Key /Value" or "/Key/Value".
bool has(std::string_view dictionary, std::string_view key, std::string_view value) {
  for (auto at = dictionary.find(key); at != dictionary.npos; at = dictionary.find(key, at + 1)) {
    if (trimmed(dictionary.substr(at + key.size())).starts_with(value)) return true;
  }
  return false;
}

bool has_any(std::string_view dictionary, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](std::string_view name) { return dictionary.find(name) != dictionary.npos; });
}

// Whether a stream may draw text: not one with a font, objects or a picture, nor packed in another way than Flate.
bool may_draw(std::string_view dictionary) {
  return !has_any(dictionary, {"/Length1", "/FontFile", "ObjStm", "/XRef", "/Metadata", "/FunctionType", "DCTDecode",
                               "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", "LZWDecode", "ASCII85Decode",
                               "ASCIIHexDecode", "RunLengthDecode", "/Crypt"});
}

// The offset of the bytes of the next stream from `at` on, behind its keyword and the line break; npos if there is
// none.
std::size_t next_stream(std::string_view bytes, std::size_t at) {
  constexpr std::string_view keyword = "stream";
  for (at = bytes.find(keyword, at); at != bytes.npos; at = bytes.find(keyword, at)) {
    bool const ends = at >= 3 && bytes.substr(at - 3, 3) == "end";
    at += keyword.size();
    if (ends) continue;
    if (bytes.substr(at).starts_with("\r\n")) return at + 2;
    if (bytes.substr(at).starts_with('\n')) return at + 1;
  }
  return at;
}

}  // namespace

bool is_scanned_pdf(FileContent& file) {
  std::string_view const bytes = file.bytes();
  TextModes modes;
  bool pictures = false;
  std::size_t unpacked = 0;
  for (auto at = next_stream(bytes, 0); at != bytes.npos; at = next_stream(bytes, at)) {
    file.deadline().check(file.where());
    auto const dictionary = dictionary_before(bytes, at);
    auto const end = std::min(bytes.find("endstream", at), bytes.size());
    auto const packed = bytes.substr(at, end - at);
    at = end;
    if (has(dictionary, "/Subtype", "/Image")) {
      pictures = true;
    } else if (may_draw(dictionary)) {
      bool const flate = dictionary.find("/FlateDecode") != dictionary.npos;
      auto const content =
          flate ? inflate_some(packed, most_of_a_stream) : std::string(packed.substr(0, most_of_a_stream));
      unpacked += content.size();
      count_text(content, modes);
    }
    if (unpacked > most_of_a_file || modes.shown + modes.hidden > enough_text) break;
  }
  return pictures && modes.hidden > modes.shown;
}

}  // namespace quoth::text
