// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quoth::db {

// How a finding of two audits differs in what an editor should look at: only the newer says so, both do with different
// verdicts, or only the older.
enum class FindingChange : std::uint8_t { is_new, changed, gone };

struct ComparedFinding {
  FindingChange change = FindingChange::is_new;
  std::string file;
  std::int64_t article = 0;  // which of the file's articles, from 1
  std::string id;
  std::int64_t line = 0;
  std::string text;
  std::string speaker;
  std::string before;  // the verdict of the older audit; empty where it had no such quotation
  std::string now;     // of the newer
};

struct AuditComparison {
  std::vector<ComparedFinding> findings;  // new ones first, then changed, then gone, each in the order of the archive
  std::uint64_t same = 0;                 // number of findings that an editor should look at in both, as they were
};

// Compares two audit.db. A quotation is the same where its article's id and its words are, whatever their typography.
// Throws Error where a file is none of an audit of this quoth.
AuditComparison compare_audits(std::filesystem::path const& older, std::filesystem::path const& newer);

}  // namespace quoth::db
