// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/limits.hpp"
#include "quoth/policy.hpp"
#include "quoth/quotation.hpp"
#include "quoth/store_coverage.hpp"

namespace quoth {

/// A quotation of an article and what was found of it.
struct CheckedQuotation {
  Quotation quotation;
  Finding finding;
};

/// How much of what was said an article keeps: the mean of the quotations that were checked. Those that are `not_found`
/// count with 0.
struct MeanFidelity {
  std::size_t checked = 0;         ///< the number of quotations that are not `unchecked`
  std::optional<double> fidelity;  ///< in [0, 1]; nothing where none was checked
};
/// The mean of these.
MeanFidelity mean_fidelity(std::vector<CheckedQuotation> const& checked);

/// What a Checker checks against, and how.
struct CheckerOptions {
  std::filesystem::path store;                    ///< must exist
  Policy policy = {};                             ///< "ap" unless another is given
  std::map<std::string, std::string> speakers{};  ///< as articles print them, and as the store knows them
  std::string date{};                             ///< YYYY-MM-DD, for articles that name none
  /// How many threads may share one article. They are used for articles with many quotations, as far as there are
  /// processors for them; the findings are the same with any number.
  std::size_t threads = 1;
  StoreCoverage coverage = StoreCoverage::complete;  ///< what the store is meant to hold
};

/// Follows a check from elsewhere. Both are called on the thread of the check alone, and may be empty.
struct CheckWatch {
  /// Asked before each search, and where no other thread helps also every few milliseconds while the store is read:
  /// once it is true, the check throws Error. It must not throw.
  std::function<bool()> stop{};
  /// Told after quotations, and in the end, how many of all have been checked; it may throw.
  std::function<void(std::size_t done, std::size_t all)> tell{};
};

/// Checks articles against one store, one article after the other. What was found of a quotation is remembered, for
/// articles that print it again, until the store changes. A Checker may move between threads but serves one at a time;
/// several may read one store at once.
class Checker {
 public:
  /// Opens the store read-only. Throws Error as Store::open does.
  explicit Checker(CheckerOptions options);
  /// The other may only be assigned to or go away afterwards.
  Checker(Checker&&) noexcept;
  /// Closes what this one had open.
  Checker& operator=(Checker&&) noexcept;
  ~Checker();

  /// The article's quotations in the order of the text, each with its finding. The store may grow between two calls.
  /// Throws StoreError where the store fails.
  std::vector<CheckedQuotation> check(Document const& article);
  /// The same on the calling thread alone, until the deadline passes, which throws Error.
  std::vector<CheckedQuotation> check(Document const& article, Deadline const& deadline);
  /// As without one, until the watch stops it, which throws Error.
  std::vector<CheckedQuotation> check(Document const& article, CheckWatch const& watch);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quoth
