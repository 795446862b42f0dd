// SPDX-License-Identifier: MIT
#include "quoth/json_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "quoth/unicode.hpp"

namespace quoth {

namespace {

using Json = nlohmann::ordered_json;

constexpr int indent = 2;

void append_unit(std::string& out, std::uint32_t unit) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u";
  for (auto const shift : {12U, 8U, 4U, 0U}) out += digits[(unit >> shift) & 0xFU];
}

void append_escaped(std::string& out, char32_t c) {
  if (c < 0x10000) return append_unit(out, c);
  append_unit(out, 0xD800 + ((c - 0x10000) >> 10U));
  append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FFU));
}

// JSON allows more in its strings than a terminal that shows it should meet. Below U+007F all that is left of it are
// the line breaks between members.
std::string harmless(std::string json) {
  auto const is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x7F; };
  if (std::ranges::all_of(json, is_plain)) return json;
  std::string out;
  out.reserve(json.size());
  for (auto const c : to_utf32(json)) c >= 0x7F && drives_terminal(c) ? append_escaped(out, c) : append_utf8(out, c);
  return out;
}

std::string dumped(Json const& json, JsonWriter::Layout layout) {
  auto const blanks = layout == JsonWriter::Layout::indented ? indent : -1;
  return harmless(json.dump(blanks, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

struct JsonWriter::State {
  // Puts a value where the next one belongs, and says where it is now. The innermost open bracket alone grows, so that
  // the others stay where they are.
  Json& add(Json value) {
    if (open.empty()) return root.emplace(std::move(value));
    if (open.back()->is_array()) return open.back()->emplace_back(std::move(value));
    return (*open.back())[std::exchange(key, {})] = std::move(value);
  }

  Layout layout = Layout::compact;
  std::optional<Json> root;
  std::vector<Json*> open;
  std::string key;
};

JsonWriter::JsonWriter(Layout layout) : state_(std::make_unique<State>()) { state_->layout = layout; }
JsonWriter::JsonWriter(JsonWriter&&) noexcept = default;
JsonWriter& JsonWriter::operator=(JsonWriter&&) noexcept = default;
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
  state_->open.push_back(&state_->add(Json::object()));
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  state_->open.push_back(&state_->add(Json::array()));
  return *this;
}

JsonWriter& JsonWriter::end() {
  state_->open.pop_back();
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  state_->key = name;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  state_->add(text);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  state_->add(truth);
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  state_->add(number);
  return *this;
}

JsonWriter& JsonWriter::whole(std::int64_t number) {
  state_->add(number);
  return *this;
}

JsonWriter& JsonWriter::whole(std::uint64_t number) {
  state_->add(number);
  return *this;
}

JsonWriter& JsonWriter::null() {
  state_->add(nullptr);
  return *this;
}

std::string JsonWriter::text() const {
  return state_->open.empty() && state_->root ? dumped(*state_->root, state_->layout) : std::string();
}

std::string JsonWriter::take() {
  auto written = text();
  if (state_->open.empty()) state_->root.reset();
  return written;
}

std::string json_string(std::string_view text) { return dumped(text, JsonWriter::Layout::compact); }

}  // namespace quoth
