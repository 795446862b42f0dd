// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

// Reads the fields of one line of JSON: each function throws Lacking, which names the field, where it is of another
// type. A null is as good as no field, where there is something that means none.
namespace quoth::text {

// What is wrong with a line that is valid JSON, as one line for the user.
struct Lacking {
  std::string what;
};

// A string; null is empty.
std::string text_of(simdjson::dom::element value, char const* field);
// A string or a whole number, as identifiers and pages may be; null is empty.
std::string name_of(simdjson::dom::element value, char const* field);
// A number or null.
std::optional<double> number_of(simdjson::dom::element value, char const* field);
// A whole number from 1 to 4,294,967,295; null is 0.
std::uint32_t count_of(simdjson::dom::element value, char const* field);
simdjson::dom::array array_of(simdjson::dom::element value, char const* field);
simdjson::dom::object object_of(simdjson::dom::element value, char const* field);
// Why a text with at most `depth` brackets inside each other is no JSON, as one line for the user.
std::string fault_of(simdjson::error_code code, std::size_t depth);

}  // namespace quoth::text
