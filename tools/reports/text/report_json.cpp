// SPDX-License-Identifier: MIT
#include "tools/reports/text/report_json.hpp"

#include <ostream>

#include "match/findings/finding_json.hpp"
#include "quoth/json.hpp"
#include "text/json/json_writer.hpp"

namespace quoth::tools {

namespace {

class JsonReport : public ReportWriter {
 public:
  JsonReport(JsonShape shape, std::ostream& out) : shape_(shape), out_(out) {}

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    write(document, checked);
  }

  void add_revised(Document const& old_version, Document const& document, Revision const& revision) override {
    begin();
    out_ << to_json(old_version, document, revision);
    end();
  }

  void add_extracted(Document const& document, std::vector<Quotation> const& quotations) override {
    write(document, quotations);
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    begin();
    text::JsonWriter json;
    json.begin_object().field("id", id).key("quotations").begin_array().end_array().field("error", error).end_object();
    out_ << json.take();
    end();
  }

  void finish() override {
    if (shape_ == JsonShape::array) out_ << (first_ ? "[]\n" : "\n]\n");
  }

 private:
  void write(Document const& document, auto const& quotations) {
    begin();
    match::write_json(out_, document, quotations);
    end();
  }

  void begin() {
    if (shape_ == JsonShape::array) out_ << (first_ ? "[\n" : ",\n");
    first_ = false;
  }

  void end() {
    if (shape_ == JsonShape::lines) out_ << '\n';
  }

  JsonShape shape_;
  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ReportWriter> json_report(JsonShape shape, std::ostream& out) {
  return std::make_unique<JsonReport>(shape, out);
}

}  // namespace quoth::tools
