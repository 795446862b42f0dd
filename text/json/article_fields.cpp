// SPDX-License-Identifier: MIT
#include "text/json/article_fields.hpp"

#include <utility>

#include "text/json/json_fields.hpp"
#include "text/language/language.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

namespace json = simdjson::dom;

// The names in a string, in {"name": …}, or in a list of them; anything else is skipped.
std::string names_of(json::element value) {
  std::string_view text;
  if (value.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  if (value["name"].get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  std::string names;
  json::array list;
  if (value.get_array().get(list) != simdjson::SUCCESS) return names;
  for (auto const one : list) {
    bool const named =
        one.get_string().get(text) == simdjson::SUCCESS || one["name"].get_string().get(text) == simdjson::SUCCESS;
    if (named) names += (names.empty() ? "" : ", ") + std::string(text);
  }
  return names;
}

}  // namespace

void ArticleFields::add(std::string_view name, json::element value) {
  if (name == "id") {
    if (auto id = name_of(value, "id"); !id.empty()) out_.id = std::move(id);
  } else if (name == "text") {
    std::string_view utf8;
    if (value.get_string().get(utf8) != simdjson::SUCCESS) throw Lacking{"\"text\" is no string"};
    text_ = to_utf32(utf8);
  } else if (name == "title") {
    facts_.title = text_of(value, "title");
  } else if (name == "date") {
    facts_.date = text_of(value, "date");
  } else if (name == "author") {
    facts_.author = names_of(value);
  } else if (name == "outlet" || name == "publisher") {
    facts_.outlet = names_of(value);
  } else if (name == "language") {
    facts_.language = text_of(value, "language");
  }
}

void ArticleFields::finish() {
  if (!text_) throw Lacking{"no \"text\"; every article needs one"};
  out_.value = plain_document(out_.id, std::move(*text_));
  out_.value.title = std::move(facts_.title);
  out_.value.date = std::move(facts_.date);
  out_.value.author = std::move(facts_.author);
  out_.value.outlet = std::move(facts_.outlet);
  out_.value.language = language_of(facts_.language, out_.value.text());
}

}  // namespace quoth::text
