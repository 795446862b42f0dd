// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "db/audit/article_rows.hpp"
#include "quoth/checker.hpp"
#include "text/words/words.hpp"

namespace quoth::match {

// The rows of an article's findings in the tables of an audit. Its numbers are as to_json (quoth/json.hpp) rounds them.
class FindingRows {
 public:
  // The rows refer to text of `checked`, which must outlive them.
  FindingRows(Document const& article, std::vector<CheckedQuotation> const& checked);

  db::ArticleRows const& rows() const { return rows_; }

 private:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  db::QuotationRow row_of(Document const& article, CheckedQuotation const& checked);
  void add_attribution(Document const& article, Attribution const& attribution, db::QuotationRow& row);
  db::EvidenceRow row_of(Evidence const& evidence);

  db::ArticleRows rows_;
  std::deque<std::string> texts_;  // a deque, so that views of short ones stay valid
  text::WordList words_;
};

}  // namespace quoth::match
