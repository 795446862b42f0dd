// SPDX-License-Identifier: MIT
#include "tools/reports/html/html_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "tools/reports/doc_page.hpp"
#include "tools/reports/finding_order.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_text.hpp"
#include "tools/reports/html/html_verdict.hpp"
#include "tools/reports/places_to_check.hpp"
#include "tools/reports/recording_link.hpp"

namespace quoth::tools {

namespace {

// The differing words in elements of that tag; an empty span is a place where words are missing.
std::string marked_html(std::string_view text, std::vector<ByteSpan> const& differences, char const* tag) {
  std::string out;
  std::size_t done = 0;
  for (auto const span : differences) {
    out += text_html(text.substr(done, span.first - done));
    auto const words = text_html(text.substr(span.first, span.last - span.first));
    out += words.empty() ? "<span class=\"gap\" role=\"img\" aria-label=\"words missing\"></span>"
                         : fmt::format("<{0}>{1}</{0}>", tag, words);
    done = span.last;
  }
  return out + text_html(text.substr(done));
}

// Adds to the differing words of a text the places where it lacks words, which edits of that kind took out of it. Both
// are in order and apart, before and after.
void add_gaps(std::vector<ByteSpan>& differences, std::vector<Edit> const& edits, Edit::Op op, ByteSpan Edit::*span,
              std::size_t size) {
  std::vector<ByteSpan> gaps;
  for (auto const& edit : edits) {
    auto const place = edit.*span;
    if (edit.op != op || place.first != place.last || place.last > size) continue;
    auto const next = std::ranges::upper_bound(differences, place.first, {}, &ByteSpan::first);
    if (next == differences.begin() || std::prev(next)->last < place.first) gaps.push_back(place);
  }
  differences.insert(differences.end(), gaps.begin(), gaps.end());
  std::ranges::sort(differences, {}, &ByteSpan::first);
  auto const same_place = [](ByteSpan one, ByteSpan other) { return one.first == other.first; };
  differences.erase(std::unique(differences.begin(), differences.end(), same_place), differences.end());
}

std::string verdict_html(Verdict verdict) {
  return fmt::format("{} <strong>{}</strong>", sign_html(verdict), in_words(to_string(verdict)));
}

std::string paragraph(char const* kind, std::string_view text) {
  return text.empty() ? "" : fmt::format("<p class=\"{}\">{}</p>\n", kind, text_html(text));
}

std::string heading(Document const& document, CheckedQuotation const& checked, std::string const& id) {
  auto const& [quotation, finding] = checked;
  auto const sure = certainty(finding);
  auto const remark = remark_on_speaker(finding);
  auto claimed = claimed_speaker(quotation);
  if (!remark.empty()) claimed.append(", ").append(remark);
  auto const at = document.locate(span_at_fault(quotation, finding).first);
  return fmt::format(
      "<h4><a class=\"number\" href=\"#{}m\"><span class=\"hidden\">Quotation </span>{}</a> {}{}</h4>\n<p "
      "class=\"claimed\">{} · {} {}</p>\n",
      id, quotation.id, verdict_html(finding.verdict),
      sure.empty() ? "" : fmt::format(" <span class=\"sure\">{}</span>", sure), text_html(claimed),
      to_string(document.unit), at.line);
}

std::string join_html(JoinFinding const& join) {
  return fmt::format("<p class=\"{}\">{}{}</p>", to_string(join.verdict), verdict_html(join.verdict),
                     words_left_out(join));
}

// A list of the segments and joins with their verdicts.
std::string parts_html(Document const& document, Quotation const& quotation, Finding const& finding) {
  std::string html = "<ol class=\"parts\">\n";
  for (std::size_t i = 0; i < quotation.segments.size(); ++i) {
    auto const verdict = finding.segments.at(i).verdict;
    html += fmt::format("<li class=\"{}\">{} “{}”", to_string(verdict), verdict_html(verdict),
                        text_html(document.utf8(quotation.segments[i])));
    for (auto const& join : finding.joins) {
      if (join.after == i + 1 && join.verdict != Verdict::verbatim) html += join_html(join);
    }
    html += "</li>\n";
  }
  return html + "</ol>\n";
}

std::string places_html(Finding const& finding) {
  std::string html;
  for (auto const& place : places_to_check(finding)) {
    html += fmt::format("<p class=\"check\">check {}{}</p>\n", linked_html(place.place, place.link),
                        text_html(place.differences.empty() ? "" : ": " + place.differences));
  }
  return html;
}

// The words as printed, each segment in marks of its own.
std::string printed_html(Document const& document, Quotation const& quotation, Finding const& finding,
                         std::string_view label) {
  auto differences = printed_differences(document, quotation, finding);
  auto const size = words_of(document, quotation).size();
  for (auto const* evidence : deciding_evidence(finding))
    add_gaps(differences, evidence->edits, Edit::Op::remove, &Edit::quote_span, size);
  auto html = fmt::format("<p class=\"place\">{}</p><blockquote class=\"printed\">", label);
  std::uint32_t first = 0;  // of the segment in the words, in bytes
  for (auto const segment : quotation.segments) {
    auto const words = document.utf8(segment);
    auto const last = first + static_cast<std::uint32_t>(words.size());
    html +=
        fmt::format("{}“{}”", first == 0 ? "" : " ", marked_html(words, spans_within(differences, first, last), "ins"));
    first = last + 1;  // and a blank
  }
  return html + "</blockquote>\n";
}

std::string passage_html(Evidence const& evidence, bool is_old_version) {
  auto const manner = is_old_version ? "old" : manner_of(evidence);
  auto const recording = recording_at(evidence.url, evidence.time);
  auto differences = differing_words(evidence.text, evidence.edits, &Edit::source_span);
  add_gaps(differences, evidence.edits, Edit::Op::insert, &Edit::source_span, evidence.text.size());
  auto const audio = recording ? " data-audio=\"" + text_html(recording->url) + "\"" : "";
  return fmt::format(
      "<p class=\"place\">{}</p><blockquote class=\"passage\"><span class=\"context\">{}</span> <span "
      "class=\"words\">{}</span> <span class=\"context\">{}</span></blockquote>\n<p class=\"where\" "
      "data-manner=\"{}\"{}>{}</p>\n",
      manner, text_html(evidence.before), marked_html(evidence.text, differences, "del"), text_html(evidence.after),
      manner, audio,
      linked_html(is_old_version ? place_before(evidence) : whereabouts(evidence),
                  link_to(evidence.url, evidence.time)));
}

// What is said of it beside the words.
std::string remarks_html(Finding const& finding, ReportOptions const& options) {
  auto const& severities = options.severities;
  std::string html;
  if (!finding.set_aside.empty()) html += paragraph("aside", "Set aside: " + finding.set_aside);
  if (severities.is_unsure(finding))
    html += fmt::format("<p class=\"unsure\">{}: it stops nothing.</p>\n",
                        capitalised(less_than_sure(severities.least_confidence())));
  if (finding.verdict == Verdict::verbatim) return html;
  html += paragraph("message", finding.message) + places_html(finding);
  if (severities.concerns(finding) && !options.compares) html += paragraph("advice", advice(finding));
  return html;
}

// Whether nobody need look at it, whatever its verdict.
bool is_calm(Finding const& finding, Severities const& severities) {
  return !finding.set_aside.empty() || severities.is_unsure(finding);
}

// What the page's script knows a finding by. Those without a part need no decision.
std::string data_html(Document const& document, CheckedQuotation const& checked, Severities const& severities) {
  auto const& [quotation, finding] = checked;
  auto const part = part_of(finding, severities);
  auto const* const decided = part == Part::unsure ? "unsure" : part == Part::others ? "" : "open";
  return fmt::format(" data-verdict=\"{}\" data-part=\"{}\" data-fingerprint=\"{}\" data-place=\"{}\"",
                     to_string(finding.verdict), decided, fingerprint(document, quotation, finding),
                     place_of(document, span_at_fault(quotation, finding).first));
}

}  // namespace

std::string card_html(Document const& document, CheckedQuotation const& checked, std::string const& id,
                      ReportOptions const& options) {
  auto const& severities = options.severities;
  auto const& [quotation, finding] = checked;
  auto html = fmt::format("<article class=\"finding {}{}\" id=\"{}\" tabindex=\"-1\"{}>\n", to_string(finding.verdict),
                          is_calm(finding, severities) ? " calm" : "", id, data_html(document, checked, severities));
  html += heading(document, checked, id) + remarks_html(finding, options);
  if (has_mixed_verdicts(finding)) html += parts_html(document, quotation, finding);
  auto const differs = finding.verdict != Verdict::verbatim && !finding.evidence.empty();
  if (differs || (finding.evidence.empty() && !has_mixed_verdicts(finding)))
    html += printed_html(document, quotation, finding, options.compares ? "new" : "printed");
  for (auto const& evidence : finding.evidence) html += passage_html(evidence, options.compares);
  return html + "</article>\n";
}

std::string_view reason_in_words(UncheckedReason reason) {
  switch (reason) {
    case UncheckedReason::not_speech:
      return "no speech";
    case UncheckedReason::too_common:
      return "everyday words";
    case UncheckedReason::nobody_named:
      return "the article names nobody";
    case UncheckedReason::speaker_not_held:
      return "the store holds nothing of the speaker";
    case UncheckedReason::occasion_not_held:
      return "the store holds nothing of that time";
    case UncheckedReason::language:
      return "another language";
  }
  return {};
}

}  // namespace quoth::tools
