// SPDX-License-Identifier: MIT
#include "text/json/json_writer.hpp"

#include <doctest/doctest.h>

#include <limits>

using quoth::text::JsonWriter;

TEST_CASE("JsonWriter: members in order, brackets nested, empty ones closed") {
  JsonWriter json;
  json.begin_object().field("a", 1).key("b").begin_array().value("x").begin_object().end_object().null().end_array();
  json.field("c", true).key("d").begin_array().end_array().field_or_null("e", "").end_object();
  CHECK(json.text() == R"({"a":1,"b":["x",{},null],"c":true,"d":[],"e":null})");
}

TEST_CASE("JsonWriter: indented by two blanks a level") {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object().field("a", 1).key("b").begin_array().value(2).value(3).end_array();
  json.key("c").begin_array().end_array().end_object();
  CHECK(json.text() == "{\n  \"a\": 1,\n  \"b\": [\n    2,\n    3\n  ],\n  \"c\": []\n}");
}

TEST_CASE("JsonWriter: numbers are the shortest that read back the same, and always marked as fractions") {
  auto const written = [](double number) { return JsonWriter().value(number).text(); };
  CHECK(written(0.91) == "0.91");
  CHECK(written(1.0) == "1.0");
  CHECK(written(0.0) == "0.0");
  CHECK(written(0.0001) == "0.0001");
  CHECK(written(-61.25) == "-61.25");
  CHECK(written(-0.0) == "-0.0");
  CHECK(written(0.00001) == "1e-05");
  CHECK(written(1.25e-9) == "1.25e-09");
  CHECK(written(999999999999999.0) == "999999999999999.0");
  CHECK(written(1e15) == "1e+15");
  CHECK(written(0.1 + 0.2) == "0.30000000000000004");
  CHECK(written(1e300) == "1e+300");
  CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("json_string: what JSON forbids is escaped, what UTF-8 forbids replaced") {
  CHECK(quoth::text::json_string("“É” 😀") == "\"“É” 😀\"");
  CHECK(quoth::text::json_string("a\"b\\c\n\t\r\b\f\x1b\x01/") == R"("a\"b\\c\n\t\r\b\f\u001b\u0001/")");
  CHECK(quoth::text::json_string("a\xff\xc3z\xe2\x80") == "\"a\uFFFD\uFFFDz\uFFFD\"");
  CHECK(quoth::text::json_string(std::string_view("\0", 1)) == R"("\u0000")");
  CHECK(quoth::text::json_string("") == "\"\"");
}

TEST_CASE("json_string: what drives a terminal is escaped") {
  CHECK(quoth::text::json_string("a\u009B31m\x7F") == R"("a\u009b31m\u007f")");
  CHECK(quoth::text::json_string("\u202Eso\u2066 \u200F\u061C\u2028") == R"("\u202eso\u2066 \u200f\u061c\u2028")");
  CHECK(quoth::text::json_string("\U000E0041") == R"("\udb40\udc41")");
  CHECK(quoth::text::json_string("“Ünï” – 😀 שלום") == "\"“Ünï” – 😀 שלום\"");
}

TEST_CASE("JsonWriter: nothing is taken while a bracket stands open, and then all of it, once") {
  JsonWriter json;
  json.begin_array().value(1);
  CHECK(json.take().empty());
  json.value(2).end_array();
  CHECK(json.take() == "[1,2]");
  CHECK(json.take().empty());
  CHECK(json.begin_object().end_object().take() == "{}");
}
