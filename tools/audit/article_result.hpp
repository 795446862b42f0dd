// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/audit/article_rows.hpp"
#include "quoth/checker.hpp"

namespace quoth::tools {

// What the working file keeps of a checked article, one Zstandard frame: its line of JSON, as `check --format jsonl`
// prints it, and its rows in the tables.
std::string pack_result(Document const& article, std::vector<CheckedQuotation> const& checked);

// The same, read again.
class ArticleResult {
 public:
  // Verdicts below that confidence are unsure. Throws Error where the bytes are damaged.
  ArticleResult(std::string_view packed, double least_confidence);
  ArticleResult(ArticleResult const&) = delete;  // the rows' text stands in it
  ArticleResult& operator=(ArticleResult const&) = delete;
  ~ArticleResult() = default;

  std::string_view line() const { return std::string_view(bytes_).substr(0, line_size_); }  // with its line break
  db::ArticleRows const& rows() const { return rows_; }
  std::size_t bytes() const { return bytes_.size(); }

 private:
  std::string bytes_;
  std::size_t line_size_ = 0;
  db::ArticleRows rows_;
};

}  // namespace quoth::tools
