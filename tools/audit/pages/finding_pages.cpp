// SPDX-License-Identifier: MIT
#include "tools/audit/pages/finding_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "text/bytes/lru_cache.hpp"
#include "tools/audit/pages/audit_html.hpp"
#include "tools/audit/pages/audit_words.hpp"
#include "tools/audit/pages/finding_html.hpp"
#include "tools/audit/pages/page_links.hpp"
#include "tools/reports/counted.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_text.hpp"

namespace quoth::tools {

namespace {

std::string title_of(db::FindingGroup const& group, double least_confidence) {
  switch (group.of) {
    case db::GroupOf::seen:
      return "An editor should look at";
    case db::GroupOf::unsure:
      return less_than_sure(least_confidence);
    case db::GroupOf::verdict:
      return in_words(group.name);
    case db::GroupOf::fidelity:
      return "Fidelity " + group.name + " and more";
    case db::GroupOf::repeated:
    case db::GroupOf::disputed:
      return "“" + group.name + "”";
    default:
      return group.name;
  }
}

// What the page leaves out, and how to ask audit.db for it.
std::string remainder_of(db::FindingGroup const& group) {
  auto const shown = group.findings.size();
  auto const all = counted(group.all, "finding");
  if (shown == group.all) return "<p class=\"note\">" + all + ".</p>\n";
  return fmt::format(
      "<p class=\"note\">{}; the pages hold the first {}. audit.db has all:</p>\n<pre>SELECT * FROM findings WHERE "
      "{}</pre>\n",
      all, shown, text_html(group.condition));
}

std::string pager(db::FindingGroup const& group, std::size_t page) {
  auto const pages = number_of_pages(group);
  std::string out = "<a href=\"../summary.html\">Summary</a>";
  for (std::size_t i = 1; pages > 1 && i <= pages; ++i)
    out += i == page ? fmt::format(" <b>{}</b>", i) : fmt::format(" <a href=\"{}\">{}</a>", name_of_page(group, i), i);
  return out;
}

// A finding as the pages show it.
struct FindingPart {
  std::string heading;  // its part of a page: the verdict, or "unsure"
  std::string html;
};

struct FindingPartSize {
  std::size_t operator()(std::int64_t /*quotation*/, FindingPart const& part) const {
    return sizeof(part) + part.heading.size() + part.html.size();
  }
};

// Makes the pages. Most findings stand on several, by verdict, outlet, speaker and month: an LRU cache keeps their
// HTML.
class PageMaker {
 public:
  PageMaker(db::AuditFindings& findings, double least_confidence)
      : findings_(findings), least_confidence_(least_confidence), parts_(most_bytes) {}

  std::string page(db::FindingGroup const& group, std::size_t page) {
    auto const title = title_of(group, least_confidence_);
    auto body = "<h1>" + text_html(title) + "</h1>\n" + remainder_of(group);
    auto const end = std::min(page * db::findings_a_page, group.findings.size());
    std::string heading;
    for (auto i = (page - 1) * db::findings_a_page; i < end; ++i) {
      auto const& part = part_of(group.findings[i]);
      if (part.heading != heading) {
        heading = part.heading;
        body += heading_html(heading);  // bars link to it
      }
      body += part.html;
    }
    return audit_html(title, body, PageScript::filter, pager(group, page));
  }

 private:
  static constexpr std::size_t most_bytes = 16UL << 20U;

  FindingPart const& part_of(std::int64_t quotation) {
    if (auto const* known = parts_.find(quotation)) return *known;
    auto const finding = findings_.read(quotation);
    return parts_.put(quotation, {finding.unsure ? "unsure" : finding.verdict, finding_html(finding)});
  }

  std::string heading_html(std::string const& heading) const {
    return fmt::format("<h2 id=\"{}\">{}</h2>\n", text_html(heading),
                       text_html(stratum_in_words(heading, least_confidence_)));
  }

  db::AuditFindings& findings_;
  double least_confidence_;
  text::LruCache<std::int64_t, FindingPart, FindingPartSize> parts_;
};

}  // namespace

void write_finding_pages(db::AuditFindings& findings, std::vector<db::FindingGroup> const& groups,
                         double least_confidence, PartialFolder const& folder) {
  PageMaker pages(findings, least_confidence);
  for (auto const& group : groups) {
    for (std::size_t page = 1; page <= number_of_pages(group); ++page)
      folder.write(name_of_page(group, page), pages.page(group, page));
  }
}

}  // namespace quoth::tools
