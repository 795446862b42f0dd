// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace quoth::text {

// Writes a JSON value piece by piece, in the order of the calls. Bytes that are not valid UTF-8 become U+FFFD,
// characters that could control a terminal are escaped, a number that is not finite becomes null. The caller must
// balance brackets and give each value of an object a key.
class JsonWriter {
 public:
  enum class Layout { compact, indented };

  explicit JsonWriter(Layout layout = Layout::compact);
  JsonWriter(JsonWriter&&) noexcept;
  JsonWriter& operator=(JsonWriter&&) noexcept;
  ~JsonWriter();

  JsonWriter& begin_object();
  JsonWriter& end_object() { return end(); }
  JsonWriter& begin_array();
  JsonWriter& end_array() { return end(); }

  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(char const* text) { return value(std::string_view(text)); }
  JsonWriter& value(std::string const& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(double number);
  JsonWriter& value(std::signed_integral auto number) { return whole(std::int64_t{number}); }
  JsonWriter& value(std::unsigned_integral auto number) { return whole(std::uint64_t{number}); }
  JsonWriter& null();

  // A key with its value; `field_or_null` writes null for an empty text.
  template <typename Value>
  JsonWriter& field(std::string_view name, Value const& of) {
    return key(name).value(of);
  }
  JsonWriter& field_or_null(std::string_view name, std::string_view text) {
    return text.empty() ? key(name).null() : key(name).value(text);
  }

  // The JSON text; empty while a bracket is open.
  std::string text() const;
  // The same without a copy, valid until the next value begins. That reuses its memory.
  std::string_view view() const;
  // The same; then starts a new value.
  std::string take();

 private:
  struct State;

  JsonWriter& end();
  JsonWriter& whole(std::int64_t number);
  JsonWriter& whole(std::uint64_t number);

  std::unique_ptr<State> state_;
};

// Shares and confidences mean nothing beyond four decimals.
double rounded(double share);

// The text as a JSON string, with its quotation marks.
std::string json_string(std::string_view text);

}  // namespace quoth::text
