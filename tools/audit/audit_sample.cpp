// SPDX-License-Identifier: MIT
#include "tools/audit/audit_sample.hpp"

#include <fstream>
#include <string>
#include <vector>

#include "db/audit/audit_findings.hpp"
#include "db/audit/finding_sample.hpp"
#include "quoth/error.hpp"
#include "text/files/file_bytes.hpp"
#include "tools/audit/audit_pages.hpp"
#include "tools/audit/files/partial_file.hpp"
#include "tools/audit/pages/sample_page.hpp"
#include "tools/audit/samples/judged_file.hpp"
#include "tools/audit/samples/sample_table.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

fs::path results_in(fs::path const& folder) {
  auto file = folder / "audit.db";
  std::error_code ignored;
  if (!fs::exists(file, ignored)) throw Error(folder.string() + ": holds no finished audit; run `quoth audit` first");
  return file;
}

void write_text(PartialFile& file, std::string const& text) {
  std::ofstream out(file.path(), std::ios::binary);
  out << text;
  out.close();
  if (!out) throw Error(file.place().string() + ": cannot be written; check the disk and run the same command again");
  file.make_durable();
  file.put_in_place();
}

// Whether both files hold the same bytes.
bool are_same(fs::path const& one, fs::path const& other) {
  return fs::file_size(one) == fs::file_size(other) && text::read_file(one) == text::read_file(other);
}

}  // namespace

std::size_t write_sample(fs::path const& folder, std::size_t count, std::uint64_t seed, CsvStyle style) {
  auto const results = results_in(folder);
  auto const sample = db::FindingSampler(results).draw(count, seed);
  db::AuditFindings audit(results);
  std::vector<db::ShownFinding> findings;
  findings.reserve(sample.findings.size());
  PartialFile table_file(folder / "sample.csv");
  SampleTable table(table_file.path(), style);
  for (auto const& drawn : sample.findings) {
    findings.push_back(audit.read(drawn.quotation));
    table.add(drawn, findings.back());
  }
  table.close();
  if (fs::exists(table_file.place()) && !are_same(table_file.place(), table_file.path()))
    throw Error(table_file.place().string() + ": is another sample, which may be filled in; move it, or remove it");
  PartialFile page(folder / "sample.html");
  write_text(page, sample_html(sample, findings));
  table_file.make_durable();
  table_file.put_in_place();
  return findings.size();
}

Precision write_precision(fs::path const& folder, fs::path const& judged) {
  auto const results = results_in(folder);
  db::FindingSampler audit(results);
  auto precision = read_judged(judged, audit);
  PartialFile page(folder / "summary.html");
  PartialFile json(folder / "precision.json");
  write_text(page, summary_with(precision, results));
  write_text(json, precision_json(precision));
  return precision;
}

}  // namespace quoth::tools
