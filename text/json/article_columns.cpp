// SPDX-License-Identifier: MIT
#include "text/json/article_columns.hpp"

#include <simdjson.h>

#include <string>
#include <vector>

#include "quoth/error.hpp"
#include "text/bytes/size_limits.hpp"
#include "text/json/article_fields.hpp"
#include "text/json/json_fields.hpp"
#include "text/json/reused_parser.hpp"

namespace quoth::text {

namespace {

namespace json = simdjson::dom;

struct Column {
  std::string_view name;
  std::vector<json::element> items;
};

std::vector<Column> columns_of(json::object table) {
  std::vector<Column> columns;
  for (auto const [name, value] : table) {
    json::array items;
    if (value.get_array().get(items) != simdjson::SUCCESS)
      throw Error("articles: the column \"" + std::string(name) + "\" is no array");
    columns.push_back({name, {items.begin(), items.end()}});
    if (columns.back().items.size() != columns.front().items.size())
      throw Error("articles: the columns \"" + std::string(columns.front().name) + "\" and \"" + std::string(name) +
                  "\" are not of one length");
  }
  return columns;
}

// Throws Lacking where it is a longer string than a line of JSON lines may be.
void hold(Limits const& limits, std::string_view name, json::element item) {
  std::string_view text;
  if (item.get_string().get(text) == simdjson::SUCCESS && text.size() > line_limit(limits))
    throw Lacking{"\"" + std::string(name) + "\" " + line_fault(limits)};
}

}  // namespace

struct ArticleColumns::State {
  State(std::size_t number, Limits const& held) : first(number), limits(held) {}

  std::size_t first;
  Limits limits;
  json::parser parser;  // the columns lie in it
  std::vector<Column> columns;
};

ArticleColumns::ArticleColumns(std::string_view json, std::size_t first, Limits const& limits)
    : state_(std::make_unique<State>(first, limits)) {
  auto code = reserve(state_->parser, json.size(), limits.depth);
  json::element table;
  if (code == simdjson::SUCCESS) code = state_->parser.parse(json.data(), json.size(), true).get(table);
  if (code != simdjson::SUCCESS) throw Error("articles: " + fault_of(code, limits.depth));
  json::object object;
  if (table.get_object().get(object) != simdjson::SUCCESS) throw Error("articles: no JSON object of columns");
  state_->columns = columns_of(object);
}

ArticleColumns::~ArticleColumns() = default;

std::size_t ArticleColumns::size() const { return state_->columns.empty() ? 0 : state_->columns.front().items.size(); }

JsonLine<Document> ArticleColumns::at(std::size_t i) const {
  auto const row = state_->first + i;
  JsonLine<Document> article{row, "row " + std::to_string(row), {}, {}};
  ArticleFields fields(article);
  try {
    for (auto const& column : state_->columns) {
      auto const item = column.items[i];
      if (item.is_null()) continue;
      hold(state_->limits, column.name, item);
      fields.add(column.name, item);
    }
    fields.finish();
  } catch (Lacking const& lacking) {
    article.error = lacking.what;
  }
  return article;
}

}  // namespace quoth::text
