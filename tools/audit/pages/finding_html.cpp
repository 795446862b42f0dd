// SPDX-License-Identifier: MIT
#include "tools/audit/pages/finding_html.hpp"

#include <fmt/format.h>

#include "match/place/place_text.hpp"
#include "quoth/source.hpp"
#include "quoth/verdict.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_text.hpp"
#include "tools/reports/recording_link.hpp"

namespace quoth::tools {

namespace {

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
      written ? "Written" : "Said", text_html(finding.before), marked_html(finding.passage, finding.said_edits),
      text_html(finding.after), linked_html(where, link_to(finding.url, finding.time)));
}

}  // namespace

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

std::string marked_html(std::string const& text, std::vector<ByteSpan> const& spans) {
  std::string out;
  std::size_t at = 0;
  for (auto const span : spans) {
    if (span.first < at || span.last < span.first || span.last > text.size()) continue;
    out += text_html(std::string_view(text).substr(at, span.first - at));
    at = span.last;
    if (span.first == span.last) {
      out += "<span class=\"gap\" role=\"img\" aria-label=\"words missing\"></span>";
      continue;
    }
    out += "<mark>" + text_html(std::string_view(text).substr(span.first, span.last - span.first)) + "</mark>";
  }
  return out + text_html(std::string_view(text).substr(at));
}

std::string finding_html(db::ShownFinding const& finding, std::string const& label) {
  auto const verdict = verdict_named(finding.verdict).value_or(Verdict::unchecked);
  auto const sure = certainty(verdict, finding.confidence);
  auto const about = listed({finding.title, finding.outlet, finding.author, finding.date});
  return fmt::format(
      "<article id=\"f{}\" data-verdict=\"{}\" data-outlet=\"{}\">\n<h3>{}<i class=\"{}\"></i>{}{} "
      "<span>{}</span></h3>\n<dl>\n<dt>Printed</dt><dd "
      "class=\"words\">“{}”</dd>\n{}<dt>Article</dt><dd class=\"id\">{}{}</dd>\n</dl>\n<p class=\"note\">{}{}</p>\n"
      "</article>\n",
      finding.quotation, to_string(verdict), text_html(finding.outlet), label, to_string(verdict),
      in_words(to_string(verdict)), sure.empty() ? "" : ", " + sure,
      text_html(finding.speaker.empty() ? "nobody named" : finding.speaker),
      marked_html(finding.text, finding.printed_edits), source_html(finding), text_html(place_of(finding)),
      about.empty() ? "" : "<br>" + text_html(about), text_html(finding.message),
      finding.set_aside.empty() ? "" : " Set aside: " + text_html(finding.set_aside));
}

}  // namespace quoth::tools
