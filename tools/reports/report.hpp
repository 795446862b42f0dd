// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "tools/reports/severity.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth {

enum class ReportFormat { text, json, jsonl, csv, diff, github, gitlab, html, junit, sarif };

// By the name --format takes. Only the first three can report what was not checked.
std::map<std::string, ReportFormat> const& extraction_formats();
std::map<std::string, ReportFormat> const& check_formats();

// What one article's quotations came to, written as it arrives.
class ReportWriter {
 public:
  ReportWriter() = default;
  ReportWriter(ReportWriter const&) = delete;
  ReportWriter& operator=(ReportWriter const&) = delete;
  virtual ~ReportWriter() = default;

  virtual void add(Document const& document, std::vector<CheckedQuotation> const& checked) = 0;
  // Where nothing was checked, for the formats that can say so.
  virtual void add_extracted(Document const& /*document*/, std::vector<Quotation> const& /*quotations*/) {}
  // An article that could not be read still has its place in the formats of documents.
  virtual void add_unreadable(std::string const& /*id*/, std::string const& /*error*/) {}
  virtual void finish() = 0;
};

struct ReportOptions {
  ReportFormat format = ReportFormat::text;
  Terminal terminal;
  bool explain = false;  // every edit with its class, cost and rule
  bool quiet = false;    // only what an editor must see
  Severities severities = {};
};

// Does `work` on a file; where it cannot be read the report says so too, and the Error goes on.
void reported(ReportWriter& report, std::string const& file, std::function<void()> const& work);

// `out` must outlive the writer.
std::unique_ptr<ReportWriter> report_writer(ReportOptions const& options, std::ostream& out);

}  // namespace quoth
