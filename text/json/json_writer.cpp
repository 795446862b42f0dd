// SPDX-License-Identifier: MIT
#include "text/json/json_writer.hpp"

#include <unicode/utf8.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

constexpr std::size_t indent = 2;  // blanks a level

void append_unit(std::string& out, std::uint32_t unit) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (auto const shift : {12U, 8U, 4U, 0U}) out += digits[(unit >> shift) & 0xFU];
}

void append_escaped(std::string& out, char32_t c) {
  static constexpr std::string_view named = "\b\t\n\f\r\"\\";
  static constexpr std::string_view names = "btnfr\"\\";
  if (auto const i = c < 0x80 ? named.find(static_cast<char>(c)) : named.npos; i != named.npos) {
    out += '\\';
    out += names[i];
  } else if (c < 0x10000) {
    append_unit(out, c);
  } else {
    append_unit(out, 0xD800 + ((c - 0x10000) >> 10U));
    append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FFU));
  }
}

// By its byte: whether it is written as it is. One look-up a byte: most of a line of results is text.
constexpr auto plain = [] {
  std::array<bool, 256> is_plain{};
  for (unsigned char c = ' '; c <= '~'; ++c) is_plain.at(c) = c != '"' && c != '\\';
  return is_plain;
}();

bool is_plain(char c) { return plain[static_cast<unsigned char>(c)]; }

// More than JSON requires, so that a terminal can show the output safely.
bool must_be_escaped(char32_t c) { return c == U'"' || c == U'\\' || drives_terminal(c); }

void append_string(std::string& out, std::string_view text) {
  out += '"';
  auto const* const bytes = reinterpret_cast<std::uint8_t const*>(text.data());
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (is_plain(text[i])) {
      ++i;
      continue;
    }
    auto const first = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c >= 0 && !must_be_escaped(static_cast<char32_t>(c))) continue;
    out += text.substr(done, first - done);
    c < 0 ? append_utf8(out, U'\uFFFD') : append_escaped(out, static_cast<char32_t>(c));
    done = i;
  }
  out += text.substr(done);
  out += '"';
}

// The shortest that reads back the same, always with a fraction or an exponent; null for what is no number.
void append_number(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  // So large or small ones are written with an exponent.
  constexpr double least = 1e-4;
  constexpr double most = 1e15;
  auto const size = std::abs(number);
  bool const fixed = size == 0 || (size >= least && size < most);
  std::array<char, 32> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                 fixed ? std::chars_format::fixed : std::chars_format::scientific)
                       .ptr;
  std::string_view const text(digits.data(), end);
  out += text;
  if (fixed && text.find('.') == text.npos) out += ".0";
}

}  // namespace

struct JsonWriter::State {
  // Writes what must come before the next value, or before the key of one.
  void make_room() {
    if (std::exchange(after_key, false)) return;
    if (open.empty()) return out.clear();
    if (!std::exchange(is_empty, false)) out += ',';
    begin_line();
  }

  void begin_line() {
    if (layout == Layout::compact) return;
    out += '\n';
    out.append(indent * open.size(), ' ');
  }

  void begin(char bracket, char closing) {
    make_room();
    out += bracket;
    open.push_back(closing);
    is_empty = true;
  }

  void end() {
    auto const closing = open.back();
    open.pop_back();
    if (!std::exchange(is_empty, false)) begin_line();
    out += closing;
  }

  void add(std::string_view value) {
    make_room();
    out += value;
  }

  Layout layout = Layout::compact;
  std::string out;
  std::vector<char> open;  // the brackets that close the open ones
  bool is_empty = false;   // whether the innermost open bracket has no content yet
  bool after_key = false;
};

JsonWriter::JsonWriter(Layout layout) : state_(std::make_unique<State>()) { state_->layout = layout; }
JsonWriter::JsonWriter(JsonWriter&&) noexcept = default;
JsonWriter& JsonWriter::operator=(JsonWriter&&) noexcept = default;
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
  state_->begin('{', '}');
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  state_->begin('[', ']');
  return *this;
}

JsonWriter& JsonWriter::end() {
  state_->end();
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  state_->out += state_->layout == Layout::compact ? ":" : ": ";
  state_->after_key = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  state_->make_room();
  append_string(state_->out, text);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  state_->add(truth ? "true" : "false");
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  std::string text;
  append_number(text, number);
  state_->add(text);
  return *this;
}

JsonWriter& JsonWriter::whole(std::int64_t number) {
  state_->add(std::to_string(number));
  return *this;
}

JsonWriter& JsonWriter::whole(std::uint64_t number) {
  state_->add(std::to_string(number));
  return *this;
}

JsonWriter& JsonWriter::null() {
  state_->add("null");
  return *this;
}

std::string JsonWriter::text() const { return state_->open.empty() ? state_->out : std::string(); }

std::string_view JsonWriter::view() const { return state_->open.empty() ? state_->out : std::string_view(); }

std::string JsonWriter::take() { return state_->open.empty() ? std::exchange(state_->out, {}) : std::string(); }

double rounded(double share) { return std::round(share * 1e4) / 1e4; }

std::string json_string(std::string_view text) {
  std::string json;
  append_string(json, text);
  return json;
}

}  // namespace quoth::text
