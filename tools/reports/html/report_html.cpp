// SPDX-License-Identifier: MIT
#include "tools/reports/html/report_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <utility>

#include "text/unicode/ascii.hpp"
#include "tools/reports/html/html_page.hpp"
#include "tools/reports/html/html_revision.hpp"
#include "tools/reports/html/html_section.hpp"
#include "tools/reports/html/html_text.hpp"

namespace quoth::tools {

namespace {

// The name of a file for an article's page: letters, digits and hyphens of its id, in small letters.
std::string file_stem(std::string const& id) {
  constexpr std::size_t longest = 80;  // bytes
  std::string stem;
  for (auto const c : id) {
    if (text::is_ascii_alphanumeric(c)) {
      stem += text::ascii_lower(c);
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
  }
  stem.resize(std::min(stem.size(), longest));
  while (stem.ends_with('-')) stem.pop_back();
  return stem.empty() ? "article" : stem;
}

class HtmlReport : public ReportWriter {
 public:
  HtmlReport(ReportOptions options, std::ostream& out) : options_(std::move(options)), out_(out) {}

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    add(document, article_section(document, checked, options_, next_number()));
  }

  void add_revised(Document const& old_version, Document const& document, Revision const& revision) override {
    std::vector<CheckedQuotation> const checked(revision.quotations.begin(), revision.quotations.end());
    auto const lists = revision_html(old_version, document, revision, next_number());
    add(document, article_section(document, checked, options_, next_number(), lists));
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    IndexEntry entry;
    entry.title = id;
    entry.error = error;
    entries_.push_back(std::move(entry));
    if (options_.write_page) return;
    page_.body += fmt::format("<section>\n<h2>{}</h2>\n<p>Could not be read: {}</p>\n</section>\n", text_html(id),
                              text_html(error));
  }

  void finish() override {
    auto const is_index = options_.write_page || entries_.size() > 1;
    page_.title = title(is_index || entries_.empty() ? "" : entries_.front().title);
    page_.head = head();
    if (entries_.empty()) page_.body = "<p>No articles.</p>\n";
    // Above the articles, or in their place.
    if (is_index && !entries_.empty()) (options_.write_page ? page_.body : page_.head) += index_html(entries_);
    out_ << page_html(page_);
  }

 private:
  // The number of the next article on its page.
  std::size_t next_number() const { return options_.write_page ? 1 : entries_.size() + 1; }

  void add(Document const& document, ArticleSection section) {
    auto const has_pages = static_cast<bool>(options_.write_page);
    section.entry.link = has_pages ? new_name(document.id()) : fmt::format("#d{}", next_number());
    if (has_pages) {
      write_page(section);
    } else {
      page_.body += section.html;
      page_.media.merge(section.media);
    }
    entries_.push_back(std::move(section.entry));
  }

  std::string kind() const { return options_.compares ? "Quotations before and after" : "Quotation check"; }

  std::string title(std::string const& article) const { return article.empty() ? kind() : kind() + ": " + article; }

  std::string head() const { return "<h1>" + kind() + "</h1>\n" + facts_html(options_.facts); }

  // A name that no other page has.
  std::string new_name(std::string const& id) {
    auto const stem = file_stem(id);
    auto name = stem + ".html";
    for (std::size_t number = 2; !names_.insert(name).second; ++number) name = fmt::format("{}-{}.html", stem, number);
    return name;
  }

  void write_page(ArticleSection const& section) const {
    auto const way_back = "<p><a href=\"index.html\">All articles</a></p>\n";
    options_.write_page(section.entry.link,
                        page_html({title(section.entry.title), head() + way_back, section.html, section.media}));
  }

  ReportOptions options_;
  std::ostream& out_;
  HtmlPage page_;
  std::vector<IndexEntry> entries_;
  std::set<std::string> names_{"index.html"};  // of pages
};

}  // namespace

std::unique_ptr<ReportWriter> html_report(ReportOptions const& options, std::ostream& out) {
  return std::make_unique<HtmlReport>(options, out);
}

}  // namespace quoth::tools
