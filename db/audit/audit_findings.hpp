// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "db/audit/audit_file.hpp"
#include "db/audit/audit_summary.hpp"
#include "quoth/byte_span.hpp"

namespace quoth::db {

// A finding of an audit with its best evidence, if it has any, for people to read.
struct ShownFinding {
  std::int64_t quotation = 0;  // its number in audit.db
  std::string file;
  std::int64_t article = 0;  // which of the file's articles, from 1
  std::string id;
  std::string title;
  std::string date;
  std::string outlet;
  std::string author;
  std::int64_t line = 0;
  std::string text;
  std::string speaker;
  std::string verdict;
  bool unsure = false;
  double confidence = 0;
  std::string message;
  std::string set_aside;
  std::string source;  // empty where there is no evidence
  std::string source_title;
  std::string said_on;
  std::string said_by;
  std::string url;
  std::string made;
  std::int64_t utterance = 0;
  std::optional<double> time;
  std::string before;
  std::string passage;
  std::string after;
  // What differs and is not allowed, in bytes of `text` and of `passage`, in order; empty spans mark where words are
  // missing.
  std::vector<ByteSpan> printed_edits{};
  std::vector<ByteSpan> said_edits{};
};

// “plan” for “budget”, “not” left out, “really” added.
std::string edit_in_words(std::string const& printed, std::string const& said);

// What the findings of a group have in common.
enum class GroupOf : std::uint8_t {
  seen,
  verdict,
  unsure,
  outlet,
  author,
  section,
  speaker,
  date,
  fidelity,
  repeated,
  disputed,
  edit,
  not_held
};

// Findings behind a number, a bar or a row of the summary.
struct FindingGroup {
  GroupOf of = GroupOf::seen;
  std::size_t number = 0;  // the verdict's, or the place in the summary's list
  std::string name;        // of the outlet, author, section, person, or month; the words; the least fidelity
  std::string condition;   // on the view `findings`: these are its rows that fulfil it, and maybe others of them
  std::uint64_t all = 0;   // their number
  std::vector<std::int64_t> findings{};  // those that are shown, gravest first, by their numbers in audit.db
};

// Findings that a page shows at most.
constexpr std::size_t findings_a_page = 500;

// The findings of a finished AuditDatabase. Methods throw Error where the file cannot be used.
class AuditFindings {
 public:
  explicit AuditFindings(std::filesystem::path const& file) : file_(file, SQLite::OPEN_READONLY) {}

  // The groups that the summary of the same file speaks of and that are not empty. Of the findings of a verdict that
  // must be seen 10 pages are shown, and of other groups one or two: their number does not grow with the archive.
  std::vector<FindingGroup> groups(AuditSummary const& summary);
  ShownFinding read(std::int64_t quotation);

 private:
  AuditFile file_;
};

}  // namespace quoth::db
