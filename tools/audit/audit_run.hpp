// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "db/audit/audit_log.hpp"
#include "quoth/article.hpp"
#include "quoth/checker.hpp"
#include "tools/audit/article_archive.hpp"
#include "tools/audit/audit_part.hpp"
#include "tools/audit/path_facts.hpp"
#include "tools/desk/suppression.hpp"
#include "tools/reports/severity.hpp"

namespace quoth::tools {

// How the articles of an audit are read and checked.
struct AuditSettings {
  ReadOptions input;
  CheckerOptions check;
  Baseline baseline;
  unsigned jobs = 1;
  bool again = false;                                     // check again what was checked before
  std::optional<AuditPart> part{};                        // what of the archive is checked; all where none is given
  std::optional<PathFacts> path_facts{};                  // of articles, as far as they do not tell them
  double least_confidence = least_confidence_by_default;  // verdicts below it are unsure, and count apart
};

// The progress of a run; other threads may read it meanwhile.
struct AuditProgress {
  std::atomic<std::uint64_t> articles{0};
  std::atomic<std::uint64_t> checked{0};  // the others were checked in an earlier run
  std::atomic<std::uint64_t> errors{0};
  std::atomic<std::uint64_t> seen{0};            // quotations an editor must see
  std::atomic<std::uint64_t> unsure{0};          // those that would be, but are less sure than is asked for
  std::atomic<std::uint64_t> undated{0};         // articles that name no day
  std::atomic<std::uint64_t> without_outlet{0};  // articles that name no outlet
  std::atomic<std::uint64_t> bytes{0};           // of the archive's files that are done
};

// Reads an archive and checks its articles on `jobs` threads; every result goes to the log.
class AuditRun {
 public:
  AuditRun(ArticleArchive const& archive, AuditSettings const& settings, db::AuditLog& log)
      : archive_(archive), settings_(settings), log_(log) {}

  // Runs until all is done. Calls `tick` meanwhile, a few times a second. Once `stop` returns true, finishes the
  // articles in hand and starts no more. Throws the first error of a thread.
  void run(std::function<void()> const& tick, std::function<bool()> const& stop);
  AuditProgress const& progress() const { return progress_; }
  // The version of the store that `run` checked against.
  std::string const& store_version() const { return store_version_; }
  // A digest of the names, order and sizes of the archive's files, as `run` found them.
  std::string const& archive_digest() const { return archive_digest_; }

 private:
  ArticleArchive const& archive_;
  AuditSettings const& settings_;
  db::AuditLog& log_;
  AuditProgress progress_;
  std::string store_version_;
  std::string archive_digest_;
};

}  // namespace quoth::tools
