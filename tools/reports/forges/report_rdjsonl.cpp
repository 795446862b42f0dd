// SPDX-License-Identifier: MIT
#include "tools/reports/forges/report_rdjsonl.hpp"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "text/json/json_writer.hpp"
#include "text/unicode/byte_positions.hpp"
#include "text/unicode/unicode.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

std::string_view severity_name(Severity severity) {
  return severity == Severity::error ? "ERROR" : severity == Severity::warning ? "WARNING" : "INFO";
}

class RdjsonlReport : public ReportWriter {
 public:
  RdjsonlReport(ReportOptions options, std::ostream& out) : options_(std::move(options)), out_(out) {}

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    auto const file = options_.bytes_of ? options_.bytes_of(document.id()) : std::nullopt;
    // Columns are bytes of UTF-8, which a file of another encoding does not have.
    auto const has_bytes = file && text::valid_utf8(*file);
    auto const positions = has_bytes ? std::optional<text::BytePositions>(*file) : std::nullopt;
    for (auto const& [quotation, finding] : checked) {
      if (!options_.severities.lists(finding)) continue;
      auto const span = span_at_fault(quotation, finding);
      begin(on_one_line(finding), document.id());
      if (document.unit == PositionUnit::line) {
        line_.key("range").begin_object();
        write_place("start", document, span.first, positions);
        write_place("end", document, span.last, positions);
        line_.end_object();
      }
      end(severity_name(options_.severities.of(finding)), to_string(finding.verdict));
    }
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    begin(error, id);
    end("ERROR", "unreadable");
  }

  void finish() override {}

 private:
  // Up to the place in the file.
  void begin(std::string const& message, std::string const& path) {
    line_.begin_object().field("message", printable(message));
    line_.key("location").begin_object().field("path", path);
  }

  void end(std::string_view severity, std::string_view code) {
    line_.end_object().field("severity", severity);
    line_.key("source").begin_object().field("name", "quoth").end_object();
    line_.key("code").begin_object().field("value", code).end_object().end_object();
    out_ << line_.take() << '\n';
  }

  void write_place(std::string_view name, Document const& document, std::uint32_t offset,
                   std::optional<text::BytePositions> const& positions) {
    auto const at = document.locate(offset);
    line_.key(name).begin_object().field("line", at.line);
    if (positions) {
      auto const line = at.line - document.first_line;
      line_.field("column", positions->byte_of(line, at.column) - positions->start(line) + 1);
    }
    line_.end_object();
  }

  ReportOptions options_;
  std::ostream& out_;
  text::JsonWriter line_;
};

}  // namespace

std::unique_ptr<ReportWriter> rdjsonl_report(ReportOptions const& options, std::ostream& out) {
  return std::make_unique<RdjsonlReport>(options, out);
}

}  // namespace quoth::tools
