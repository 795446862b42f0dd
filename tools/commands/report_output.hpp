// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "tools/desk/output_file.hpp"
#include "tools/reports/report.hpp"

namespace quoth::tools {

// The destination of a report as --output names it: standard output, a file, or a folder, which gets a page an article
// and index.html.
class ReportOutput {
 public:
  // A folder is one that is there, or a path that ends in "/", which is made. Throws Error if it cannot be written to,
  // or if the format has no pages.
  ReportOutput(std::string const& output, ReportFormat format);

  std::ostream& stream() { return file_.stream(); }
  // Where it goes: the index of a folder; empty for standard output.
  std::string const& file() const { return name_; }
  // As ReportOptions::write_page; nothing where the output is no folder.
  std::function<void(std::string const& name, std::string const& page)> page_writer() const;
  // As OutputFile::commit.
  void commit() { file_.commit(); }

 private:
  std::string folder_;  // ends in "/"; empty where there is none
  std::string name_;
  OutputFile file_;
};

}  // namespace quoth::tools
