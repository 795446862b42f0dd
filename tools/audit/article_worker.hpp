// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "text/threads/work_queue.hpp"
#include "tools/audit/audit_run.hpp"

namespace quoth::tools {

using Suppressions = std::vector<Suppression>;

// A piece of work: a line of JSONL, a file not yet opened, or an article of a file that holds several.
struct AuditWork {
  db::AuditArticle place;
  std::string line;
  bool is_line = false;
  std::string line_fault{};   // why it was cut; empty for most
  bool is_dealt_out = false;  // a file of which only the articles of the audit's part are taken
  std::optional<Document> article;
  std::shared_ptr<Suppressions const> suppressions{};  // of the article's file
  std::uint64_t bytes = 0;  // bytes of the archive's files that are done with once this is done
};

using AuditQueue = text::WorkQueue<AuditWork>;

// A digest of how articles are checked: anything that could change a result changes it.
std::string settings_digest(AuditSettings const& settings);

// The work of one thread of an audit, with a store of its own. Serves one thread.
class ArticleWorker {
 public:
  ArticleWorker(AuditSettings const& settings, std::string store_version, db::AuditLog& log, AuditQueue& queue,
                AuditProgress& progress);

  void take(AuditWork&& work);

 private:
  void take_line(AuditWork&& work);
  void take_file(AuditWork const& work);
  void take_article(db::AuditArticle place, Document&& article, Suppressions const& suppressions);
  void fail(db::AuditArticle place, std::string const& error);
  // None if the article could not be checked; the reason is then in `place.error`.
  std::optional<db::AuditResult> check(db::AuditArticle& place, Document const& article,
                                       Suppressions const& suppressions);

  AuditSettings const& settings_;
  std::string settings_digest_;
  std::string version_;
  db::AuditLog& log_;
  AuditQueue& queue_;
  AuditProgress& progress_;
  Checker checker_;
  Baseline baseline_;
};

}  // namespace quoth::tools
