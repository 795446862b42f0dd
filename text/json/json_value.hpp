// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::text {

// A value in a JsonDocument, which must outlive it. A value that is absent, or of another kind than asked for, is
// empty, so that readers of formats that vary need no checks on the way down.
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(void const* document, std::size_t index) : document_(document), index_(index) {}

  // The member of an object, or nothing.
  JsonValue operator[](std::string_view key) const;
  // The first and the last item of an array, or nothing.
  JsonValue front() const;
  JsonValue back() const;

  explicit operator bool() const;  // false if absent or null
  bool is_there() const { return document_ != nullptr; }
  bool is_array() const;
  bool is_object() const;
  bool is_string() const;
  bool is_number() const;
  std::size_t size() const;  // of an array

  std::string_view string() const;
  // A number, or a string that starts with one ("12.5", "1.400s").
  std::optional<double> number() const;
  // True or false; nothing for any other value.
  std::optional<bool> truth() const;
  // The string itself, or an integer in digits.
  std::string label() const;

  void each(std::function<void(JsonValue)> const& take) const;  // item of an array
  void each_member(std::function<void(std::string_view, JsonValue)> const& take) const;

 private:
  void const* document_ = nullptr;
  std::size_t index_ = 0;
};

// A JSON text, parsed by simdjson (https://github.com/simdjson/simdjson).
class JsonDocument {
 public:
  // Throws Error, naming `where`, for what is not JSON or nests deeper than `depth`. Copies what it needs of `bytes`.
  JsonDocument(std::string_view bytes, std::size_t depth, std::string_view where);
  JsonDocument(JsonDocument&&) noexcept;
  JsonDocument& operator=(JsonDocument&&) noexcept;
  ~JsonDocument();

  JsonValue root() const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace quoth::text
