// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// The bytes of a file as code points. Understands UTF-8, and UTF-16 and Windows-1252 where they can be told apart;
// a byte order mark is dropped. What is none of these is read as `declared`, the encoding the file names itself, if
// any. Throws Error, naming `where`, for anything else. `encoding` is what was found.
struct Decoded {
  std::u32string text;
  std::string encoding;
};
Decoded decode(std::string_view bytes, std::string_view where, std::string const& declared = {});

// Valid UTF-8 to code points and back. `to_utf32` throws Error on invalid UTF-8.
std::u32string to_utf32(std::string_view utf8);
std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& out, char32_t c);

bool valid_utf8(std::string_view bytes);
// What is not UTF-8 in it becomes U+FFFD: names of files may be anything.
std::string repaired_utf8(std::string_view bytes);

// Whether a terminal may act on the character, or it turns or hides the text around it: controls, marks and overrides
// of writing direction, line separators, tags.
bool drives_terminal(char32_t c);
// Whether the text is valid UTF-8 without such a character, as nearly all are.
bool is_harmless_utf8(std::string_view bytes);

}  // namespace quoth
