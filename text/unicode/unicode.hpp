// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

// Decodes a file to code points: UTF-8, and UTF-16 and Windows-1252 where they can be told apart. Drops a byte order
// mark. Bytes that are none of these are decoded as `declared`, the encoding that the file itself declares, if any.
// Throws Error, naming `where`, for anything else. `encoding` is the one that was found.
struct Decoded {
  std::u32string text;
  std::string encoding;
};
Decoded decode(std::string_view bytes, std::string_view where, std::string const& declared = {});

// Convert between valid UTF-8 and code points. `to_utf32` throws Error on invalid UTF-8.
std::u32string to_utf32(std::string_view utf8);
std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& out, char32_t c);

bool valid_utf8(std::string_view bytes);
// The bytes with U+FFFD for what is not UTF-8: names of files may hold any bytes.
std::string repaired_utf8(std::string_view bytes);

// Whether the character could control a terminal, or reorder or hide the text around it: control characters,
// bidirectional formatting, line separators, tags.
bool drives_terminal(char32_t c);
// Whether the text is valid UTF-8 without such a character, as nearly all texts are.
bool is_harmless_utf8(std::string_view bytes);

}  // namespace quoth::text
