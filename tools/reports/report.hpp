// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/document.hpp"
#include "quoth/revision.hpp"
#include "tools/reports/finding_order.hpp"
#include "tools/reports/report_format.hpp"
#include "tools/reports/severity.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

// Writes a report, an article at a time.
class ReportWriter {
 public:
  ReportWriter() = default;
  ReportWriter(ReportWriter const&) = delete;
  ReportWriter& operator=(ReportWriter const&) = delete;
  virtual ~ReportWriter() = default;

  virtual void add(Document const& document, std::vector<CheckedQuotation> const& checked) = 0;
  // Adds an article that was compared with its old version. Formats that cannot say what was dropped or moved have the
  // findings alone.
  virtual void add_revised(Document const& /*old_version*/, Document const& document, Revision const& revision) {
    add(document, {revision.quotations.begin(), revision.quotations.end()});
  }
  // Adds an article of which nothing was checked, in the formats that can say so.
  virtual void add_extracted(Document const& /*document*/, std::vector<Quotation> const& /*quotations*/) {}
  // Some formats list an article that could not be read, with the reason.
  virtual void add_unreadable(std::string const& /*id*/, std::string const& /*error*/) {}
  virtual void finish() = 0;
};

// What a report that is filed says of the check: "policy", "ap".
struct ReportFact {
  std::string name;
  std::string value;
};

struct ReportOptions {
  ReportFormat format = ReportFormat::text;
  Terminal terminal;
  bool explain = false;   // show every edit with its class, cost and rule
  bool compares = false;  // articles with their old versions, which are the sources
  bool quiet = false;     // without blank lines, and nothing where nothing is shown
  // Of the formats that people read; others list all findings in the order of the text.
  Shown shown = Shown::all;
  std::optional<FindingOrder> order = {};  // text and HTML have the gravest first, tables the order of the article
  Severities severities = {};
  std::vector<ReportFact> facts = {};  // of pages
  // Where it is given, pages are one an article, written by it under their names, and the report itself is their index.
  std::function<void(std::string const& name, std::string const& page)> write_page = {};
  // The bytes of the file that an article's id names; nothing unless that is the file that was read, since an article
  // of a feed, an archive or JSON lines may name any. Patches need it.
  std::function<std::optional<std::string>(std::string const& id)> bytes_of = {};
};

// Calls `work` for a file; an Error that it throws is added to the report and thrown on.
void reported(ReportWriter& report, std::string const& file, std::function<void()> const& work);

}  // namespace quoth::tools
