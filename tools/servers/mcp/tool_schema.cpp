// SPDX-License-Identifier: MIT
#include "tools/servers/mcp/tool_schema.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "text/words/near_name.hpp"

namespace quoth::tools {

namespace {

std::vector<std::string> strings_of(text::JsonValue array) {
  std::vector<std::string> all;
  array.each([&](text::JsonValue item) { all.emplace_back(item.string()); });
  return all;
}

std::size_t code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string fault_of_string(text::JsonValue schema, text::JsonValue value) {
  if (!value.is_string()) return "must be a string";
  auto const length = static_cast<double>(code_points(value.string()));
  if (auto const least = schema["minLength"].number(); least && length < *least) return "is empty";
  if (auto const most = schema["maxLength"].number(); most && length > *most)
    return fmt::format("has {:.0f} characters; the limit is {:.0f}", length, *most);
  auto const allowed = strings_of(schema["enum"]);
  if (!allowed.empty() && std::ranges::find(allowed, value.string()) == allowed.end())
    return fmt::format("must be one of {}", fmt::join(allowed, ", "));
  return {};
}

std::string fault_of_number(text::JsonValue schema, text::JsonValue value) {
  bool const is_whole = schema["type"].string() == "integer";
  auto const number = value.is_number() ? value.number().value_or(NAN) : NAN;
  auto const least = schema["minimum"].number().value_or(-HUGE_VAL);
  auto const most = schema["maximum"].number().value_or(HUGE_VAL);
  if (number >= least && number <= most && (!is_whole || number == std::floor(number))) return {};
  return fmt::format("must be a {} from {:.0f} to {:.0f}", is_whole ? "whole number" : "number", least, most);
}

std::string fault_of_value(text::JsonValue schema, text::JsonValue value) {
  return schema["type"].string() == "string" ? fault_of_string(schema, value) : fault_of_number(schema, value);
}

std::string unknown(text::JsonValue properties, std::string const& name) {
  std::vector<std::string> known;
  properties.each_member([&](std::string_view property, text::JsonValue) { known.emplace_back(property); });
  auto const meant = text::did_you_mean(name, {known.begin(), known.end()});
  return "unknown argument \"" + name + "\"" +
         (meant.empty() ? fmt::format("; use {}", fmt::join(known, ", ")) : meant);
}

}  // namespace

std::string fault_of_arguments(text::JsonValue schema, text::JsonValue arguments) {
  if (arguments && !arguments.is_object()) return "the arguments must be an object";
  for (auto const& name : strings_of(schema["required"]))
    if (!arguments[name].is_there()) return "\"" + name + "\" is missing";
  std::string fault;
  arguments.each_member([&](std::string_view name, text::JsonValue value) {
    if (!fault.empty()) return;
    auto const property = schema["properties"][name];
    if (!property) {
      fault = unknown(schema["properties"], std::string(name.substr(0, 100)));
    } else if (auto const wrong = fault_of_value(property, value); !wrong.empty()) {
      fault = "\"" + std::string(name) + "\" " + wrong;
    }
  });
  return fault;
}

}  // namespace quoth::tools
