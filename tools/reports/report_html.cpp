// SPDX-License-Identifier: MIT
#include "tools/reports/report_html.hpp"

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <utility>

#include "tools/reports/html_page.hpp"
#include "tools/reports/html_section.hpp"
#include "tools/reports/html_text.hpp"

namespace quoth::tools {

namespace {

class HtmlReport : public ReportWriter {
 public:
  HtmlReport(ReportOptions options, std::ostream& out) : options_(std::move(options)), out_(out) {}

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    auto const number = entries_.size() + 1;
    auto section = article_section(document, checked, options_, number);
    section.entry.link = fmt::format("#d{}", number);
    entries_.push_back(std::move(section.entry));
    page_.body += section.html;
    page_.media.merge(section.media);
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    IndexEntry entry;
    entry.title = id;
    entry.error = error;
    entries_.push_back(std::move(entry));
    page_.body += fmt::format("<section>\n<h2>{}</h2>\n<p>Could not be read: {}</p>\n</section>\n", text_html(id),
                              text_html(error));
  }

  void finish() override {
    page_.title = entries_.size() == 1 ? "Quotation check: " + entries_.front().title : "Quotation check";
    page_.head = "<h1>Quotation check</h1>\n" + facts_html(options_.facts);
    if (entries_.size() > 1) page_.head += index_html(entries_);
    if (entries_.empty()) page_.body = "<p>No articles.</p>\n";
    out_ << page_html(page_);
  }

 private:
  ReportOptions options_;
  std::ostream& out_;
  HtmlPage page_;
  std::vector<IndexEntry> entries_;
};

}  // namespace

std::unique_ptr<ReportWriter> html_report(ReportOptions const& options, std::ostream& out) {
  return std::make_unique<HtmlReport>(options, out);
}

}  // namespace quoth::tools
