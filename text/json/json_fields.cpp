// SPDX-License-Identifier: MIT
#include "text/json/json_fields.hpp"

#include <limits>
#include <string_view>

namespace quoth::text {

namespace {

namespace json = simdjson::dom;

[[noreturn]] void refuse(char const* field, char const* what) {
  throw Lacking{std::string("\"") + field + "\" is no " + what};
}

// What simdjson says, without the name of its constant that newer versions begin with: "N_ATOM_ERROR: Problem while …".
std::string_view message_of(simdjson::error_code code) {
  std::string_view message = simdjson::error_message(code);
  auto const name_end = message.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
  if (name_end != std::string_view::npos && message.substr(name_end).starts_with(": "))
    message.remove_prefix(name_end + 2);
  return message;
}

}  // namespace

std::string text_of(json::element value, char const* field) {
  if (value.is_null()) return {};
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) refuse(field, "string");
  return std::string(text);
}

std::string name_of(json::element value, char const* field) {
  if (value.is_int64()) return std::to_string(value.get_int64().value());
  return text_of(value, field);
}

std::optional<double> number_of(json::element value, char const* field) {
  if (value.is_null()) return std::nullopt;
  double number = 0;
  if (value.get_double().get(number) != simdjson::SUCCESS) refuse(field, "number");
  return number;
}

std::uint32_t count_of(json::element value, char const* field) {
  if (value.is_null()) return 0;
  std::uint64_t number = 0;
  bool const is_whole = value.get_uint64().get(number) == simdjson::SUCCESS;
  if (!is_whole || number == 0 || number > std::numeric_limits<std::uint32_t>::max())
    refuse(field, "whole number from 1");
  return static_cast<std::uint32_t>(number);
}

json::array array_of(json::element value, char const* field) {
  json::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) refuse(field, "array");
  return array;
}

json::object object_of(json::element value, char const* field) {
  json::object object;
  if (value.get_object().get(object) != simdjson::SUCCESS) refuse(field, "object");
  return object;
}

std::string fault_of(simdjson::error_code code, std::size_t depth) {
  if (code != simdjson::DEPTH_ERROR) return "no valid JSON: " + std::string(message_of(code));
  return "JSON nested over " + std::to_string(depth) + " deep; allow more with --limit depth=…";
}

}  // namespace quoth::text
