// SPDX-License-Identifier: MIT
#include "tools/reports/report_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

#include "report_assets.hpp"
#include "tools/reports/doc_page.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html_text.hpp"
#include "tools/reports/places_to_check.hpp"
#include "tools/reports/recording_link.hpp"

namespace quoth::tools {

namespace {

std::string_view tone_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

// The tone of a quotation or of one of its segments. Colours follow the built-in severities.
std::string_view tone_of(Verdict verdict) {
  if (verdict == Verdict::unchecked) return "note";
  if (verdict == Verdict::unconfirmed) return "confirm";
  return must_be_seen(verdict) ? tone_of(Severities().of(verdict)) : "clean";
}

std::string marked_html(std::string_view text, std::vector<ByteSpan> const& differences, char const* tag) {
  std::string out;
  std::size_t done = 0;
  for (auto const span : differences) {
    out += text_html(text.substr(done, span.first - done));
    out += fmt::format("<{0}>{1}</{0}>", tag, text_html(text.substr(span.first, span.last - span.first)));
    done = span.last;
  }
  return out + text_html(text.substr(done));
}

char const* class_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "heading";
    case BlockKind::caption:
      return "caption";
    case BlockKind::list_item:
      return "item";
    case BlockKind::block_quote:
      return "quote";
    case BlockKind::deck:
      return "deck";
    case BlockKind::pull_quote:
      return "pull-quote";
    case BlockKind::paragraph:
      break;
  }
  return "paragraph";
}

// A segment of a quotation to be marked in the article.
struct Mark {
  Span span;
  std::string id;
  std::string_view tone;
  bool first = false;
  int number = 0;
};

class HtmlReport : public ReportWriter {
 public:
  HtmlReport(ReportOptions const& options, std::ostream& out) : severities_(options.severities), out_(out) {}

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    ++documents_;
    std::vector<Mark> marks;
    std::string cards;
    std::string cards_to_confirm;
    std::vector<Finding const*> to_confirm;
    for (auto const& [quotation, finding] : checked) {
      ++count_[finding.verdict];
      auto const id = fmt::format("d{}q{}", documents_, quotation.id);
      for (std::size_t i = 0; i < quotation.segments.size(); ++i) {
        auto const verdict = has_mixed_verdicts(finding) ? finding.segments.at(i).verdict : finding.verdict;
        auto const tone = is_calm(finding) ? "note" : tone_of(verdict);
        marks.push_back({quotation.segments[i], id, tone, i == 0, quotation.id});
      }
      bool const is_apart = is_to_confirm(finding) && !severities_.concerns(finding);
      (is_apart ? cards_to_confirm : cards) += card(document, quotation, finding, id);
      if (is_apart) to_confirm.push_back(&finding);
    }
    if (!to_confirm.empty())
      cards += fmt::format("<h3 class=\"apart\">To confirm against {}: {}</h3>\n{}", what_decides(to_confirm),
                           to_confirm.size(), cards_to_confirm);
    body_ += fmt::format(
        "<section><h2>{}</h2>\n<div class=\"columns\">\n<div class=\"article\">\n{}</div>\n<div "
        "class=\"findings\">\n{}</div>\n"
        "</div></section>\n",
        text_html(document.id()), article(document, marks), cards);
  }

  void add_unreadable(std::string const& id, std::string const& error) override {
    body_ +=
        fmt::format("<section><h2>{}</h2><p>Could not be read: {}</p></section>\n", text_html(id), text_html(error));
  }

  void finish() override {
    std::string summary;
    for (auto const& [verdict, count] : count_) {
      summary += fmt::format("{}{} {}", summary.empty() ? "" : ", ", count, to_string(verdict));
    }
    out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
            "script-src 'unsafe-inline'\">\n"
            "<title>Quotation check</title>\n<style>\n"
         << embedded::report << "</style>\n</head>\n<body>\n<h1>Quotation check</h1>\n<p class=\"summary\">"
         << (summary.empty() ? "No quotations." : summary) << "</p>\n<nav aria-label=\"Verdicts shown\"></nav>\n"
         << body_ << "<script>\n"
         << embedded::report_script << "</script>\n</body>\n</html>\n";
  }

 private:
  // Whether nobody need look at it, whatever its verdict: set aside, or unsure.
  bool is_calm(Finding const& finding) const { return !finding.set_aside.empty() || severities_.is_unsure(finding); }

  std::string_view tone_of_finding(Finding const& finding) const {
    if (is_calm(finding)) return "note";
    auto const is_concern = !must_be_seen(finding.verdict) && severities_.concerns(finding);
    return is_concern ? tone_of(severities_.of(finding)) : tone_of(finding.verdict);
  }

  std::string card(Document const& document, Quotation const& quotation, Finding const& finding,
                   std::string const& id) const {
    auto const at = document.locate(span_at_fault(quotation, finding).first);
    auto const remark = remark_on_speaker(finding);
    auto html = fmt::format(
        "<article class=\"finding {}\" id=\"{}\" data-verdict=\"{}\">\n<h3><a class=\"number\" "
        "href=\"#{}m\">{}</a> {}</h3>\n<p class=\"claimed\">{} · {} {}</p>\n",
        tone_of_finding(finding), id, to_string(finding.verdict), id, quotation.id,
        text_html(to_string(finding.verdict)),
        text_html(claimed_speaker(quotation) + (remark.empty() ? "" : ", " + std::string(remark))),
        to_string(document.unit), at.line);
    if (!finding.set_aside.empty()) html += "<p>Set aside: " + text_html(finding.set_aside) + "</p>\n";
    if (severities_.is_unsure(finding))
      html +=
          fmt::format("<p>Of a confidence below {}: {:.2f}</p>\n", severities_.least_confidence(), finding.confidence);
    if (has_mixed_verdicts(finding)) html += parts(document, quotation, finding);
    if (finding.verdict != Verdict::verbatim) {
      if (!finding.message.empty()) html += "<p>" + text_html(finding.message) + "</p>\n";
      html += places(finding);
      if (severities_.concerns(finding)) html += "<p class=\"advice\">" + text_html(advice(finding)) + "</p>\n";
      if (!finding.evidence.empty()) {
        html += "<p class=\"place\">printed</p><blockquote>" +
                marked_html(words_of(document, quotation), printed_differences(document, quotation, finding), "ins") +
                "</blockquote>\n";
      }
    }
    for (auto const& evidence : finding.evidence) html += passage(evidence);
    return html + "</article>\n";
  }

  // A list of the segments and joins with their verdicts.
  static std::string parts(Document const& document, Quotation const& quotation, Finding const& finding) {
    std::string html = "<ol class=\"parts\">\n";
    for (std::size_t i = 0; i < quotation.segments.size(); ++i) {
      auto const verdict = finding.segments.at(i).verdict;
      html += fmt::format("<li class=\"{}\"><strong>{}</strong> {}", tone_of(verdict), text_html(to_string(verdict)),
                          text_html(document.utf8(quotation.segments[i])));
      for (auto const& join : finding.joins) {
        if (join.after != i + 1 || join.verdict == Verdict::verbatim) continue;
        html += fmt::format("<p class=\"{}\"><strong>{}</strong>{}</p>", tone_of(join.verdict),
                            text_html(to_string(join.verdict)), words_left_out(join));
      }
      html += "</li>\n";
    }
    return html + "</ol>\n";
  }

  static std::string places(Finding const& finding) {
    std::string html;
    for (auto const& place : places_to_check(finding)) {
      html += fmt::format("<p class=\"check\">check {}{}</p>\n", linked_html(place.place, place.link),
                          text_html(place.differences.empty() ? "" : ": " + place.differences));
    }
    return html;
  }

  static std::string passage(Evidence const& evidence) {
    return fmt::format(
        "<p class=\"place\">{}</p><blockquote><span class=\"context\">{}</span> {} <span "
        "class=\"context\">{}</span></blockquote>\n<p class=\"where\">{}</p>\n",
        manner_of(evidence), text_html(evidence.before),
        marked_html(evidence.text, differing_words(evidence.text, evidence.edits, &Edit::source_span), "del"),
        text_html(evidence.after), linked_html(whereabouts(evidence), link_to(evidence.url, evidence.time)));
  }

  static std::string article(Document const& document, std::vector<Mark> marks) {
    std::ranges::sort(marks, {}, [](Mark const& mark) { return mark.span.first; });
    std::string html;
    auto next = marks.begin();
    for (auto const& block : document.blocks()) {
      html += fmt::format("<p class=\"{}\">", class_of(block.kind));
      auto done = block.span.first;
      for (; next != marks.end() && next->span.first < block.span.last; ++next) {
        auto const last = std::min(next->span.last, block.span.last);
        if (next->span.first < done) {  // inside a quotation that is already marked
          html += number_html(*next);
          continue;
        }
        html += text_html(document.utf8({done, next->span.first})) + mark_html(document, *next, last);
        done = last;
      }
      html += text_html(document.utf8({done, block.span.last})) + "</p>\n";
    }
    return html;
  }

  static std::string mark_html(Document const& document, Mark const& mark, std::uint32_t last) {
    auto const anchor = mark.first ? fmt::format(" id=\"{}m\"", mark.id) : "";
    return fmt::format("<mark class=\"{}\"{} data-finding=\"{}\">{}<a href=\"#{}\">{}</a></mark>", mark.tone, anchor,
                       mark.id, text_html(document.utf8({mark.span.first, last})), mark.id, mark.number);
  }

  // The number of a quotation inside another, put after that one's.
  static std::string number_html(Mark const& mark) {
    if (!mark.first) return {};
    return fmt::format("<mark class=\"{}\" id=\"{}m\" data-finding=\"{}\"><a href=\"#{}\">{}</a></mark>", mark.tone,
                       mark.id, mark.id, mark.id, mark.number);
  }

  Severities severities_;
  std::ostream& out_;
  std::string body_;
  std::map<Verdict, std::size_t> count_;
  std::size_t documents_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> html_report(ReportOptions const& options, std::ostream& out) {
  return std::make_unique<HtmlReport>(options, out);
}

}  // namespace quoth::tools
