// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "quoth/check.hpp"
#include "quoth/limits.hpp"
#include "suppression.hpp"

namespace quoth {

// One article's quotations and what was found of each, in the same order.
struct CheckedArticle {
  std::vector<Quotation> quotations;
  std::vector<Finding> findings;
};

// Checks articles one after the other against one store.
class ArticleCheck {
 public:
  struct Settings {
    Policy policy;
    std::map<std::string, std::string> speakers;  // as articles print them, and as the store knows them
    std::string date;                             // for articles that name none
  };

  ArticleCheck(Store store, Settings settings) : store_(std::move(store)), settings_(std::move(settings)) {}

  // Throws Error once the deadline has passed, where there is one.
  CheckedArticle check(Document& article, Deadline const* deadline = nullptr) const;

 private:
  Store store_;
  Settings settings_;
};

// Writes the reasons of comments and baseline entries into the findings they hold for.
void set_aside(Document const& article, CheckedArticle& checked, std::vector<Suppression> const& suppressions,
               Baseline* baseline);

}  // namespace quoth
