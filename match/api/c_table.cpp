// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "match/api/c_checker.hpp"
#include "match/api/c_support.hpp"
#include "match/findings/finding_columns.hpp"
#include "match/findings/finding_rows.hpp"
#include "quoth/quoth.h"
#include "text/json/article_columns.hpp"
#include "text/threads/parallel_for.hpp"

namespace {

using quoth::match::FindingColumns;
using quoth::match::FindingRows;

// As many checkers as threads are to share that many articles, each with one thread.
std::vector<quoth::Checker>& checkers_of(quoth_checker& self, std::size_t articles) {
  quoth::match::checker_of(self);
  auto const most = std::max(1U, std::thread::hardware_concurrency());
  auto const threads = std::min({self.options.threads, std::size_t{most}, articles});
  auto options = self.options;
  options.threads = 1;
  while (self.of_threads.size() < threads) self.of_threads.emplace_back(options);
  return self.of_threads;
}

FindingColumns findings_of(quoth::Checker& checker, quoth::text::JsonLine<quoth::Document> const& article) {
  FindingColumns columns;
  if (article.error.empty()) {
    auto const checked = checker.check(article.value);
    columns.add(article.number, article.id, FindingRows(article.value, checked).rows());
  } else {
    columns.add_unreadable(article.number, article.id, article.error);
  }
  return columns;
}

}  // namespace

char* quoth_check_table(quoth_checker* checker, char const* columns, size_t size, size_t first) {
  return quoth::match::guarded([&] {
    auto& self = *quoth::match::given(checker, "the checker");
    std::string_view const json(quoth::match::given(columns, "the columns"), size);
    quoth::text::ArticleColumns const articles(json, first, self.reading.limits);
    auto& checkers = checkers_of(self, articles.size());
    std::vector<FindingColumns> found(articles.size());
    quoth::text::parallel_for(articles.size(), checkers.size(), [&](std::size_t i, std::size_t thread) {
      found[i] = findings_of(checkers[thread], articles.at(i));
    });
    FindingColumns all;
    for (auto const& one : found) all.append(one);
    return quoth::match::copy_of(all.json());
  });
}
