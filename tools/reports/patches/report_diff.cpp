// SPDX-License-Identifier: MIT
#include "tools/reports/patches/report_diff.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <ostream>
#include <sstream>

#include "text/files/relative_path.hpp"
#include "text/unicode/unicode.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/patches/unified_diff.hpp"
#include "tools/reports/patches/verbatim_words.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

bool takes_patches(Document const& document) {
  constexpr std::array<std::string_view, 6> endings{".md", ".markdown", ".txt", ".text", ".html", ".htm"};
  auto const ending = fs::path(document.id()).extension().string();
  return document.unit == PositionUnit::line && std::ranges::find(endings, ending) != endings.end();
}

// The patch for a terminal, without characters that could control it.
std::string shown(std::string const& patch) {
  std::string out;
  std::istringstream lines(patch);
  for (std::string line; std::getline(lines, line);) out += printable(line) + "\n";
  return out;
}

using BytesOf = std::function<std::optional<std::string>(std::string const& id)>;

class DiffReport : public ReportWriter {
 public:
  DiffReport(BytesOf bytes_of, std::ostream& out) : bytes_of_(std::move(bytes_of)), out_(out) {}

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    std::optional<std::string> bytes;
    if (takes_patches(document) && bytes_of_) bytes = bytes_of_(document.id());
    auto const file = bytes && text::valid_utf8(*bytes) ? std::optional<CorrectedFile>(*bytes) : std::nullopt;
    std::vector<TextChange> changes;
    for (auto const& [quotation, finding] : checked) {
      bool const of_words = finding.verdict == Verdict::altered || finding.verdict == Verdict::distorted;
      if (!finding.needs_attention() || !of_words) continue;
      auto const correction = file ? correction_of(document, quotation, finding, *file)
                                   : Correction{{}, "only text, Markdown and HTML files in UTF-8 take patches"};
      if (!correction.left_alone.empty()) leave_alone(document, quotation, finding, correction.left_alone);
      changes.insert(changes.end(), correction.changes.begin(), correction.changes.end());
    }
    write(document, bytes.value_or(""), std::move(changes));
  }
  void finish() override {}

 private:
  static void leave_alone(Document const& document, Quotation const& quotation, Finding const& finding,
                          std::string const& why) {
    auto const at = document.locate(span_at_fault(quotation, finding).first);
    complain(fmt::format("{}:{}:{}: left as it is: {}", document.id(), at.line, at.column, why));
  }

  // Of quotations inside each other, only the outer one is changed.
  void write(Document const& document, std::string const& file, std::vector<TextChange> changes) {
    std::ranges::stable_sort(changes, {}, &TextChange::first);
    std::vector<TextChange> apart;
    for (auto& change : changes)
      if (apart.empty() || change.first > apart.back().last) apart.push_back(std::move(change));
    auto const patch = unified_diff(text::relative_path(document.id()).generic_string(), file, apart);
    out_ << (&out_ == &std::cout && isatty(STDOUT_FILENO) == 1 ? shown(patch) : patch);
  }

  BytesOf bytes_of_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<ReportWriter> diff_report(BytesOf bytes_of, std::ostream& out) {
  return std::make_unique<DiffReport>(std::move(bytes_of), out);
}

}  // namespace quoth::tools
