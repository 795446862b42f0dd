// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "quoth/document.hpp"
#include "quoth/limits.hpp"
#include "text/json/jsonl.hpp"

namespace quoth::text {

// A table of articles by its columns, {"id": ["a", "b"], "text": ["…", "…"]}: the fields that read_article_lines knows,
// each an array with an item for each article. A null is as good as none.
class ArticleColumns {
 public:
  // `first` is the number of the first row: the table may be a part of a larger one. Throws Error where it is no such
  // object.
  ArticleColumns(std::string_view json, std::size_t first, Limits const& limits);
  ArticleColumns(ArticleColumns const&) = delete;
  ArticleColumns& operator=(ArticleColumns const&) = delete;
  ~ArticleColumns();

  // The number of articles.
  std::size_t size() const;
  // The i-th article, from 0; called "row N" where it has no id. For any number of threads at once.
  JsonLine<Document> at(std::size_t i) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quoth::text
