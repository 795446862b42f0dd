// SPDX-License-Identifier: MIT
#include "tools/audit/finding_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "match/place/place_text.hpp"
#include "quoth/source.hpp"
#include "tools/audit/audit_html.hpp"
#include "tools/audit/page_links.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_text.hpp"
#include "tools/reports/recording_link.hpp"

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
  auto const all = fmt::format("{} finding{}", group.all, group.all == 1 ? "" : "s");
  if (shown == group.all) return "<p class=\"note\">" + all + ".</p>\n";
  return fmt::format(
      "<p class=\"note\">{}; the pages hold the first {}. audit.db has all:</p>\n<pre>SELECT * FROM findings WHERE "
      "{}</pre>\n",
      all, shown, text_html(group.condition));
}

std::string pager(db::FindingGroup const& group, std::size_t page) {
  auto const pages = number_of_pages(group);
  std::string out = "<nav><a href=\"../summary.html\">Summary</a>";
  for (std::size_t i = 1; pages > 1 && i <= pages; ++i)
    out += i == page ? fmt::format(" <b>{}</b>", i) : fmt::format(" <a href=\"{}\">{}</a>", name_of_page(group, i), i);
  return out + "</nav>\n";
}

// The parts that are not empty, joined by commas.
std::string listed(std::initializer_list<std::string> parts) {
  std::string out;
  for (auto const& part : parts) {
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  }
  return out;
}

std::string place_of(db::ShownFinding const& finding) {
  auto const is_one_of_several = finding.article > 1;
  return listed({finding.file, is_one_of_several ? fmt::format("article {}", finding.article) : "",
                 finding.id == finding.file ? "" : finding.id, fmt::format("line {}", finding.line)});
}

// The text as HTML, with the words that differ marked. Spans that do not fit the text are not.
std::string marked(std::string const& text, std::vector<ByteSpan> const& spans) {
  std::string out;
  std::size_t at = 0;
  for (auto const span : spans) {
    if (span.first < at || span.last <= span.first || span.last > text.size()) continue;
    out += text_html(std::string_view(text).substr(at, span.first - at));
    out += "<mark>" + text_html(std::string_view(text).substr(span.first, span.last - span.first)) + "</mark>";
    at = span.last;
  }
  return out + text_html(std::string_view(text).substr(at));
}

bool is_written(std::string const& made) { return made == to_string(Made::written) || made == to_string(Made::ocr); }

std::string source_html(db::ShownFinding const& finding) {
  if (finding.source.empty()) return {};
  auto const written = is_written(finding.made);
  auto const turn = written ? "" : fmt::format("turn {}", finding.utterance + 1);
  auto const speaker = !finding.said_by.empty() ? finding.said_by : written ? "" : "speaker not named";
  auto where = listed({finding.source_title.empty() ? finding.source : finding.source_title, finding.said_on, speaker,
                       turn + (finding.time ? " at " + match::clock_time(*finding.time) : "")});
  if (!finding.source_title.empty()) where += " [" + finding.source + "]";
  return fmt::format(
      "<dt>{}</dt><dd class=\"words\"><span class=\"beside\">{}</span> “{}” <span "
      "class=\"beside\">{}</span></dd>\n<dt>Source</dt><dd class=\"id\">{}</dd>\n",
      written ? "Written" : "Said", text_html(finding.before), marked(finding.passage, finding.said_edits),
      text_html(finding.after), linked_html(where, link_to(finding.url, finding.time)));
}

std::string finding_html(db::ShownFinding const& finding) {
  auto const verdict = verdict_named(finding.verdict).value_or(Verdict::unchecked);
  auto const sure = certainty(verdict, finding.confidence);
  auto const about = listed({finding.title, finding.outlet, finding.author, finding.date});
  return fmt::format(
      "<article id=\"f{}\">\n<h3><i class=\"{}\"></i>{}{} <span>{}</span></h3>\n<dl>\n<dt>Printed</dt><dd "
      "class=\"words\">“{}”</dd>\n{}<dt>Article</dt><dd class=\"id\">{}{}</dd>\n</dl>\n<p class=\"note\">{}{}</p>\n"
      "</article>\n",
      finding.quotation, to_string(verdict), in_words(to_string(verdict)), sure.empty() ? "" : ", " + sure,
      text_html(finding.speaker.empty() ? "nobody named" : finding.speaker),
      marked(finding.text, finding.printed_edits), source_html(finding), text_html(place_of(finding)),
      about.empty() ? "" : "<br>" + text_html(about), text_html(finding.message),
      finding.set_aside.empty() ? "" : " Set aside: " + text_html(finding.set_aside));
}

std::string page_of(db::AuditFindings& findings, db::FindingGroup const& group, double least_confidence,
                    std::size_t page) {
  auto const title = title_of(group, least_confidence);
  auto body = pager(group, page) + "<h1>" + text_html(title) + "</h1>\n" + remainder_of(group);
  auto const end = std::min(page * db::findings_a_page, group.findings.size());
  std::string part;  // the verdict, or what is unsure: a heading each, to which bars link
  for (auto i = (page - 1) * db::findings_a_page; i < end; ++i) {
    auto const finding = findings.read(group.findings[i]);
    auto const of = finding.unsure ? std::string("unsure") : finding.verdict;
    if (of != part) {
      part = of;
      body += fmt::format("<h2 id=\"{}\">{}</h2>\n", text_html(part),
                          finding.unsure ? less_than_sure(least_confidence) : text_html(in_words(part)));
    }
    body += finding_html(finding);
  }
  return audit_html(title, body + pager(group, page));
}

}  // namespace

void write_finding_pages(db::AuditFindings& findings, std::vector<db::FindingGroup> const& groups,
                         double least_confidence, PartialFolder const& folder) {
  for (auto const& group : groups) {
    for (std::size_t page = 1; page <= number_of_pages(group); ++page)
      folder.write(name_of_page(group, page), page_of(findings, group, least_confidence, page));
  }
}

}  // namespace quoth::tools
