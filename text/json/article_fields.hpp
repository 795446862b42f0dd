// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

#include "quoth/document.hpp"
#include "text/json/jsonl.hpp"

namespace quoth::text {

// Makes an article of the fields that read_article_lines knows, given one after the other.
class ArticleFields {
 public:
  explicit ArticleFields(JsonLine<Document>& out) : out_(out) {}

  // Skips a field that it does not know. Throws Lacking.
  void add(std::string_view name, simdjson::dom::element value);
  // Puts the article into the line. Throws Lacking where there was no text.
  void finish();

 private:
  JsonLine<Document>& out_;
  std::optional<std::u32string> text_;
  Document facts_;
};

}  // namespace quoth::text
