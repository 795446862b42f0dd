// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::db {

// The rows of results.sql that one checked article has, without the numbers that join the tables. Their text stands
// elsewhere and must outlive them.
struct EditRow {
  std::string_view edit_class;
  std::string_view printed;
  std::string_view said;
  bool allowed = false;
  bool machine_error = false;
  std::int64_t printed_first = 0;
  std::int64_t printed_last = 0;
  std::int64_t said_first = 0;
  std::int64_t said_last = 0;
};

struct EvidenceRow {
  std::string_view source;
  std::string_view title;
  std::string_view date;
  std::string_view url;
  std::string_view made;
  std::string_view speaker;
  std::int64_t utterance = 0;
  std::optional<double> time;
  std::string_view before;
  std::string_view text;
  std::string_view after;
  std::int64_t edits = 0;
  std::string_view classes;
  std::string_view segments;
  std::optional<double> chance;
  std::int64_t machine_errors = 0;
  std::optional<double> check_time;
  std::vector<EditRow> edit_rows{};
};

// A row of `quotations` and the one of `verdicts` beside it.
struct QuotationRow {
  std::int64_t number = 0;
  std::string_view kind;
  std::string_view text;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::int64_t line = 0;
  std::int64_t column = 0;
  std::string_view speaker;
  std::string_view mention;
  std::string_view cue;
  std::string_view via;
  std::string_view rule;
  std::optional<double> attribution_confidence;
  std::int64_t words = 0;
  std::int64_t same_words = 0;
  std::string_view verdict;
  std::string_view also;
  bool must_be_seen = false;
  bool unsure = false;  // must be seen, but is less sure than the audit asks for; not among the bytes
  std::optional<double> fidelity;
  std::optional<double> confidence;
  std::string_view message;
  std::string_view set_aside;
  std::string_view reason;
  std::string_view speaker_checked;
  std::vector<EvidenceRow> evidence;  // best first
};

struct ArticleRows {
  std::int64_t checked = 0;
  std::optional<double> fidelity;
  std::vector<QuotationRow> quotations;
};

// Appends the rows as bytes, for an AuditLog of the same kind of machine. Text that is not valid UTF-8 is repaired.
void append_rows(std::string& bytes, ArticleRows const& rows);
// The rows that these bytes hold; their text stands in `bytes`. Throws Error where they are damaged, or a number is not
// finite, or a fidelity or a confidence none from 0 to 1.
ArticleRows decode_rows(std::string_view bytes);

// A real number as SQLite writes it where text is asked for.
void append_real(std::string& out, double number);

}  // namespace quoth::db
