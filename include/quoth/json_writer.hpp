// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// Writes JSON piece by piece, in the order given. What is not valid UTF-8 in a string becomes U+FFFD, what
// could drive a terminal is escaped, and a number that is not finite becomes null. Balanced brackets and a key before
// each value of an object are the caller's to keep.
class JsonWriter {
 public:
  enum class Layout { compact, indented };

  explicit JsonWriter(Layout layout = Layout::compact) : layout_(layout) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(char const* text) { return value(std::string_view(text)); }
  JsonWriter& value(std::string const& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth) { return raw(truth ? "true" : "false"); }
  JsonWriter& value(double number);
  JsonWriter& value(std::integral auto number) { return raw(std::to_string(number)); }
  JsonWriter& null() { return raw("null"); }

  // A key with its value; `field_or_null` where an empty text stands for none.
  template <typename Value>
  JsonWriter& field(std::string_view name, Value const& of) {
    return key(name).value(of);
  }
  JsonWriter& field_or_null(std::string_view name, std::string_view text) {
    return text.empty() ? key(name).null() : key(name).value(text);
  }

  std::string const& text() const { return text_; }
  // What was written since the last call, for output that need not be held whole.
  std::string take();

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  JsonWriter& raw(std::string_view token);
  void separate();
  void break_line();

  Layout layout_;
  std::string text_;
  std::vector<bool> has_members_;  // one for each bracket that stands open
  bool after_key_ = false;
};

// The text as a JSON string, with its quotation marks.
std::string json_string(std::string_view text);

}  // namespace quoth
