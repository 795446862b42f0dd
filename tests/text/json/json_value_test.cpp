// SPDX-License-Identifier: MIT
#include "text/json/json_value.hpp"

#include <doctest/doctest.h>

#include "quoth/error.hpp"

using namespace quoth;
using text::JsonDocument;

namespace {

constexpr std::size_t depth = 8;

std::string_view name_in(JsonDocument const& document) { return document.root()["name"].string(); }

}  // namespace

TEST_CASE("JsonDocument: documents that live at once, moved ones too, keep apart") {
  JsonDocument first(R"({"name": "Ana Ruud"})", depth, "one");
  JsonDocument const second(R"({"name": "Karin Berg", "more": [1, 2, 3]})", depth, "two");
  auto const moved = std::move(first);
  {
    JsonDocument const third(R"({"name": "Jonas Halvorsen"})", depth, "three");
    CHECK(name_in(third) == "Jonas Halvorsen");
  }
  JsonDocument const fourth(R"({"name": "Liv Aas"})", depth, "four");
  CHECK(name_in(moved) == "Ana Ruud");
  CHECK(name_in(second) == "Karin Berg");
  CHECK(name_in(fourth) == "Liv Aas");
}

TEST_CASE("JsonDocument: what one document was refused for does not hold for the next") {
  CHECK_THROWS_WITH_AS(JsonDocument("[[[1]]]", 2, "deep.json"),
                       "deep.json: JSON nested over 2 deep; allow more with --limit depth=…", Error);
  CHECK(JsonDocument("[[[1]]]", depth, "deep.json").root().size() == 1);
  CHECK_THROWS_WITH_AS(JsonDocument("[[[1]]]", 2, "deep.json"), doctest::Contains("nested over 2 deep"), Error);
  CHECK_THROWS_WITH_AS(JsonDocument("{\"name\": ", depth, "cut.json"), doctest::Contains("no valid JSON"), Error);
  CHECK(name_in(JsonDocument(R"({"name": "Ana Ruud"})", depth, "one")) == "Ana Ruud");
}

TEST_CASE("JsonDocument: a large document and a small one behind it") {
  std::string const large(3'000'000, 'x');
  CHECK(name_in(JsonDocument("{\"name\": \"" + large + "\"}", depth, "large")) == large);
  CHECK(name_in(JsonDocument(R"({"name": "Ana Ruud"})", depth, "one")) == "Ana Ruud");
}
