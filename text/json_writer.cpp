// SPDX-License-Identifier: MIT
#include "quoth/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

#include "quoth/unicode.hpp"

namespace quoth {

namespace {

constexpr std::size_t indent = 2;

void append_unit(std::string& out, std::uint32_t unit) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (auto const shift : {12U, 8U, 4U, 0U}) out += digits[(unit >> shift) & 0xFU];
}

void append_escaped(std::string& out, char32_t c) {
  static constexpr std::string_view plain = "\"\\\b\f\n\r\t";
  static constexpr std::string_view letters = "\"\\bfnrt";
  auto const known = c < 0x80 ? plain.find(static_cast<char>(c)) : plain.npos;
  if (known != plain.npos) {
    out += {'\\', letters[known]};
  } else if (c < 0x10000) {
    append_unit(out, c);
  } else {
    append_unit(out, 0xD800 + ((c - 0x10000) >> 10U));
    append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FFU));
  }
}

// The character at `at` of valid UTF-8, and how many bytes it takes.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;
};

Character character_at(std::string_view text, std::size_t at) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  auto const lead = byte(0);
  std::size_t const length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte(i) & 0x3FU);
  return {code, length};
}

// What JSON forbids, and what a terminal that shows the JSON would act on.
bool needs_escape(char32_t c) { return c == U'"' || c == U'\\' || drives_terminal(c); }

void append_string(std::string& out, std::string_view text) {
  if (!valid_utf8(text)) return append_string(out, repaired_utf8(text));
  out += '"';
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const [code, length] = character_at(text, at);
    if (needs_escape(code)) {
      out += text.substr(done, at - done);
      append_escaped(out, code);
      done = at + length;
    }
    at += length;
  }
  out += text.substr(done);
  out += '"';
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out;
  append_string(out, text);
  return out;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_string(text_, name);
  text_ += layout_ == Layout::indented ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_string(text_, text);
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  auto const size = std::abs(number);
  bool const is_plain = number == 0 || (size >= 1e-5 && size < 1e15);
  std::array<char, 32> digits{};
  auto const format = is_plain ? std::chars_format::fixed : std::chars_format::scientific;
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number, format).ptr;
  std::string token(digits.data(), static_cast<std::size_t>(end - digits.data()));
  // Readers that tell whole numbers from others get the same kind each time.
  if (token.find_first_of(".e") == token.npos) token += ".0";
  return raw(token);
}

std::string JsonWriter::take() { return std::exchange(text_, {}); }

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  text_ += bracket;
  has_members_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  bool const has_members = has_members_.back();
  has_members_.pop_back();
  if (has_members) break_line();
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view token) {
  separate();
  text_ += token;
  return *this;
}

// What stands between a value or key and the one before it.
void JsonWriter::separate() {
  if (std::exchange(after_key_, false) || has_members_.empty()) return;
  if (has_members_.back()) text_ += ',';
  has_members_.back() = true;
  break_line();
}

void JsonWriter::break_line() {
  if (layout_ == Layout::compact) return;
  text_ += '\n';
  text_.append(indent * has_members_.size(), ' ');
}

}  // namespace quoth
