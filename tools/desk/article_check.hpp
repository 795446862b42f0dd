// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "match/check/finding_memory.hpp"
#include "quoth/check.hpp"
#include "quoth/limits.hpp"
#include "quoth/store.hpp"
#include "tools/desk/suppression.hpp"

namespace quoth {

// One article's quotations and what was found of each, in the same order.
struct CheckedArticle {
  std::vector<Quotation> quotations;
  std::vector<Finding> findings;
};

// For a program that checks articles while somebody waits.
constexpr std::size_t check_threads = 2;

// Checks articles one after the other against one store.
class ArticleCheck {
 public:
  struct Settings {
    Policy policy;
    std::map<std::string, std::string> speakers;  // as articles print them, and as the store knows them
    std::string date;                             // for articles that name none
  };

  // Opens the store. Up to `most_threads` share an article with many quotations, where there are processors for them.
  ArticleCheck(std::filesystem::path store, Settings settings, std::size_t most_threads = 1);

  // Throws Error once the deadline has passed, where there is one; as it is one thread's, that checks alone.
  CheckedArticle check(Document& article, Deadline const* deadline = nullptr);

 private:
  // One thread's store, opened by it when it first asks, and what was found in it.
  struct Shelf {
    std::optional<Store> store;
    FindingMemory memory;
    std::int64_t revision = 0;  // of the store whose findings are remembered
  };

  void forget_what_changed();
  std::vector<Library> libraries_for(std::size_t threads, Document const& article, Deadline const* deadline);

  std::filesystem::path file_;
  Settings settings_;
  std::size_t most_threads_;
  std::vector<Shelf> shelves_;
};

// Writes the reasons of comments and baseline entries into the findings they hold for.
void set_aside(Document const& article, CheckedArticle& checked, std::vector<Suppression> const& suppressions,
               Baseline* baseline);

}  // namespace quoth
