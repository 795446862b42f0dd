// SPDX-License-Identifier: MIT
#include "quoth/json_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "quoth/unicode.hpp"

namespace quoth {

namespace {

constexpr std::size_t indent = 2;

// The bytes of the character that starts at `at`, 0 where none does.
std::size_t character_length(std::string_view text, std::size_t at) {
  for (std::size_t length = 1; length <= 4 && at + length <= text.size(); ++length) {
    if (valid_utf8(text.substr(at, length))) return length;
  }
  return 0;
}

std::string repaired(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const length = character_length(text, at);
    out += length == 0 ? "\uFFFD" : text.substr(at, length);
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

void append_escaped(std::string& out, char c) {
  static constexpr std::string_view plain = "\"\\\b\f\n\r\t";
  static constexpr std::string_view letters = "\"\\bfnrt";
  static constexpr std::string_view digits = "0123456789abcdef";
  out += '\\';
  if (auto const known = plain.find(c); known != plain.npos) {
    out += letters[known];
    return;
  }
  auto const code = static_cast<unsigned char>(c);
  out += "u00";
  out += digits[code >> 4U];
  out += digits[code & 0xFU];
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void append_string(std::string& out, std::string_view text) {
  if (!valid_utf8(text)) return append_string(out, repaired(text));
  out += '"';
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out += text.substr(done, i - done);
    append_escaped(out, text[i]);
    done = i + 1;
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
