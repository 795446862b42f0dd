// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quoth::db {

// An article of an archive: its location, its metadata, or why it could not be checked.
struct AuditArticle {
  std::uint64_t file = 0;    // index of its file in the archive, in the order they are read
  std::uint64_t number = 0;  // number of the article in its file, from 1
  std::string path;
  std::string id;
  std::string title;
  std::string date;
  std::string outlet;
  std::string author;
  std::string section;  // of the outlet; empty for most
  std::string digest;   // of the article and of the check's settings
  std::string error;    // empty if it was checked
};

// The result of checking an article.
struct AuditResult {
  std::string store;           // version of the store it was checked against
  bool settled = false;        // true if further sources cannot change it
  std::vector<double> seen{};  // confidences of the verdicts that an editor must see
  std::string body;            // opaque to the log
};

// The contents of a store: its version, and the sorted digests of its sources (see Store::contents).
struct StoreContents {
  std::string version;
  std::vector<std::int64_t> sources;
};

// The settings and versions of a run, as names and values.
using AuditFacts = std::vector<std::pair<std::string, std::string>>;

// What a run has found so far.
struct AuditTotals {
  std::uint64_t articles = 0;  // those with errors included
  std::uint64_t seen = 0;      // number of quotations an editor must look at
  std::uint64_t errors = 0;
  std::uint64_t unsure = 0;  // number of those that would be, of a confidence that is too low
};

// The working file of an audit, with results of earlier runs. It is committed every second; a program that crashes
// loses only what came after the last commit. Safe for use by any number of threads. Every method throws Error where
// the file cannot be used.
class AuditLog {
 public:
  // Opens the file; creates it if it does not exist. Drops the results of an older quoth; throws Error for the file of
  // a newer one.
  explicit AuditLog(std::filesystem::path const& file);
  ~AuditLog();

  // Whether the file was one of an older quoth, whose results were dropped.
  bool was_outdated() const;

  // Clears the list of articles, not their results. Settled results of a check against another store are reused if
  // `store` contains everything that store did.
  void begin_run(StoreContents const& store);
  // The result for that digest, without its body; nothing where the article must be checked.
  std::optional<AuditResult> find(std::string_view digest) const;
  // Adds an article of this run; `result` is null unless it was checked in this run.
  void add(AuditArticle const& article, AuditResult const* result);
  void commit();
  // Deletes the results that no article of this run uses, and keeps the facts.
  void finish_run(AuditFacts const& facts);
  // Verdicts below that confidence are unsure.
  AuditTotals totals(double least_confidence) const;

  // The facts of the run in that file, which must exist; nothing where that run has not finished.
  // Throws Error where the file is none of an audit of this quoth, or an audit is at work in it.
  static AuditFacts facts_of(std::filesystem::path const& file);
  // Clears everything, for the parts of an audit to be added.
  void begin_merge();
  // Adds articles and results of another log, whose facts have been asked for. What both know stays as it is here.
  // Throws Error where both have an article at the same place in the archive, other than the same error, and what
  // `prove` throws, which gets the body of each result.
  void add_all(std::filesystem::path const& part, std::function<void(std::string_view body)> const& prove = {});

  // Calls `take` for each article of this run, in the order of the archive. An article with an error has an empty
  // result.
  void each(std::function<void(AuditArticle const&, AuditResult const&)> const& take) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quoth::db
