// SPDX-License-Identifier: MIT
#include "text/json/article_columns.hpp"

#include <simdjson.h>

#include <string>
#include <vector>

#include "quoth/error.hpp"
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

}  // namespace

struct ArticleColumns::State {
  explicit State(std::size_t number) : first(number) {}

  std::size_t first;
  json::parser parser;  // the columns lie in it
  std::vector<Column> columns;
};

ArticleColumns::ArticleColumns(std::string_view json, std::size_t first, Limits const& limits)
    : state_(std::make_unique<State>(first)) {
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
    for (auto const& column : state_->columns)
      if (!column.items[i].is_null()) fields.add(column.name, column.items[i]);
    fields.finish();
  } catch (Lacking const& lacking) {
    article.error = lacking.what;
  }
  return article;
}

}  // namespace quoth::text
