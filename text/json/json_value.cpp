// SPDX-License-Identifier: MIT
#include "text/json/json_value.hpp"

#include <simdjson.h>

#include <bit>
#include <charconv>
#include <type_traits>

#include "quoth/error.hpp"
#include "text/json/json_fields.hpp"
#include "text/json/reused_parser.hpp"

namespace quoth::text {

namespace {

namespace dom = simdjson::dom;

// The representation of a simdjson element: a document and an index on its tape.
struct TapePlace {
  void const* document;
  std::size_t index;
};
static_assert(sizeof(dom::element) == sizeof(TapePlace) && std::is_trivially_copyable_v<dom::element>);

JsonValue value_of(dom::element element) {
  auto const place = std::bit_cast<TapePlace>(element);
  return {place.document, place.index};
}

dom::element element_at(void const* document, std::size_t index) {
  return std::bit_cast<dom::element>(TapePlace{document, index});
}

}  // namespace

JsonValue JsonValue::operator[](std::string_view key) const {
  if (document_ == nullptr) return {};
  dom::object object;
  dom::element found;
  if (element_at(document_, index_).get_object().get(object) != simdjson::SUCCESS) return {};
  return object.at_key(key).get(found) == simdjson::SUCCESS ? value_of(found) : JsonValue();
}

JsonValue JsonValue::front() const {
  if (document_ == nullptr) return {};
  dom::array array;
  if (element_at(document_, index_).get_array().get(array) != simdjson::SUCCESS) return {};
  return array.begin() == array.end() ? JsonValue() : value_of(*array.begin());
}

JsonValue JsonValue::back() const {
  JsonValue last;
  each([&](JsonValue item) { last = item; });
  return last;
}

JsonValue::operator bool() const { return document_ != nullptr && !element_at(document_, index_).is_null(); }
bool JsonValue::is_array() const { return document_ != nullptr && element_at(document_, index_).is_array(); }
bool JsonValue::is_object() const { return document_ != nullptr && element_at(document_, index_).is_object(); }
bool JsonValue::is_string() const { return document_ != nullptr && element_at(document_, index_).is_string(); }
bool JsonValue::is_number() const { return document_ != nullptr && element_at(document_, index_).is_number(); }

std::size_t JsonValue::size() const {
  dom::array array;
  if (document_ == nullptr || element_at(document_, index_).get_array().get(array) != simdjson::SUCCESS) return 0;
  return array.size();
}

std::string_view JsonValue::string() const {
  std::string_view text;
  if (document_ == nullptr || element_at(document_, index_).get_string().get(text) != simdjson::SUCCESS) return {};
  return text;
}

std::optional<double> JsonValue::number() const {
  if (document_ == nullptr) return std::nullopt;
  double value = 0;
  if (element_at(document_, index_).get_double().get(value) == simdjson::SUCCESS) return value;
  auto const text = string();
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && !text.empty() ? std::optional(value) : std::nullopt;
}

std::optional<bool> JsonValue::truth() const {
  bool value = false;
  if (document_ == nullptr || element_at(document_, index_).get_bool().get(value) != simdjson::SUCCESS)
    return std::nullopt;
  return value;
}

std::string JsonValue::label() const {
  if (document_ == nullptr) return {};
  std::int64_t whole = 0;
  if (element_at(document_, index_).get_int64().get(whole) == simdjson::SUCCESS) return std::to_string(whole);
  return std::string(string());
}

void JsonValue::each(std::function<void(JsonValue)> const& take) const {
  dom::array array;
  if (document_ == nullptr || element_at(document_, index_).get_array().get(array) != simdjson::SUCCESS) return;
  for (auto const item : array) take(value_of(item));
}

void JsonValue::each_member(std::function<void(std::string_view, JsonValue)> const& take) const {
  dom::object object;
  if (document_ == nullptr || element_at(document_, index_).get_object().get(object) != simdjson::SUCCESS) return;
  for (auto const [key, value] : object) take(key, value_of(value));
}

struct JsonDocument::Parsed {
  ReusedParser parser;
  dom::element root;
};

JsonDocument::JsonDocument(std::string_view bytes, std::size_t depth, std::string_view where)
    : parsed_(std::make_unique<Parsed>()) {
  auto& parser = parsed_->parser.get();
  auto status = reserve(parser, bytes.size(), depth);
  if (status == simdjson::SUCCESS) status = parser.parse(bytes.data(), bytes.size()).get(parsed_->root);
  if (status != simdjson::SUCCESS) throw Error(std::string(where) + ": " + fault_of(status, depth));
}

JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

JsonValue JsonDocument::root() const { return value_of(parsed_->root); }

}  // namespace quoth::text
