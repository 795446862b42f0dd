// SPDX-License-Identifier: MIT
#include "tools/reports/text/report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <ostream>
#include <utility>

#include "tools/reports/counted.hpp"
#include "tools/reports/doc_page.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/places_to_check.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

// In code points: how much is shown of a quotation's beginning, enough to find it in the text, however narrow the
// terminal.
constexpr std::size_t longest_beginning = 80;
constexpr std::size_t shortest_beginning = 32;
constexpr std::size_t label_width = 13;  // "  set aside  "

std::string capitals(std::string_view word) {
  auto out = in_words(word);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

Style style_of(Verdict verdict) {
  if (must_be_seen(verdict)) return Severities().of(verdict) == Severity::error ? Style::red : Style::yellow;
  switch (basis_of(verdict)) {
    case VerdictBasis::nothing:
      return Style::faint;
    case VerdictBasis::machine:
      return Style::cyan;
    default:
      return Style::green;
  }
}

class TextReport : public ReportWriter {
 public:
  TextReport(ReportOptions const& options, std::ostream& out)
      : options_(options), terminal_(options.terminal), out_(out) {}

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    auto part = Part::to_see;
    bool confirms = false;
    auto const order = options_.order.value_or(FindingOrder::gravity);
    auto const findings = ordered(checked, order, options_.severities);
    for (auto one = findings.begin(); one != findings.end(); ++one) {
      auto const& finding = (*one)->finding;
      count(finding);
      if (!is_shown(finding)) continue;
      auto const is_next = order == FindingOrder::gravity && this->part(finding) != part;
      if (is_next) {
        part = this->part(finding);
        confirms = confirms || part == Part::to_confirm;
        // What need not be looked at follows what must be without a heading.
        if (part != Part::others || confirms) write_heading(document, part, {one, findings.end()});
      }
      write_checked(document, (*one)->quotation, finding);
    }
    quotations_ += checked.size();
    ++documents_;
  }

  void add_revised(Document const& old_version, Document const& document, Revision const& revision) override {
    std::vector<CheckedQuotation> changed;
    for (auto const& one : revision.quotations) {
      if (one.finding.verdict == Verdict::verbatim && !has_mixed_verdicts(one.finding)) {
        count(one.finding);
      } else if (!one.is_new()) {
        changed.push_back(one);
      }
    }
    quotations_ += revision.quotations.size() - changed.size();
    add(document, changed);
    if (options_.quiet) return;
    for (auto const& one : revision.quotations) write_place(document, old_version, one);
    for (auto const& [quotation, outside] : revision.dropped) {
      ++dropped_;
      write_listed(old_version, quotation, "DROPPED");
      if (outside) labelled("note", "no longer quoted, but its words are at " + whole_place(document, outside->first));
      out_ << '\n';
    }
  }

  void add_extracted(Document const& document, std::vector<Quotation> const& quotations) override {
    for (auto const& quotation : quotations) write_extracted(document, quotation);
    quotations_ += quotations.size();
    ++documents_;
  }

  void add_unreadable(std::string const& /*id*/, std::string const& /*error*/) override {}

  void finish() override {
    if (documents_ == 0 || (options_.quiet && !shows_any_)) return;
    auto summary = counted(quotations_, "quotation");
    auto separator = ": ";
    auto const add = [&](std::size_t count, std::string_view what) {
      if (count == 0) return;
      summary += fmt::format("{}{} {}", separator, count, what);
      separator = ", ";
    };
    for (auto const& [verdict, count] : count_) add(count, to_string(verdict));
    add(new_, "new");
    add(not_checked_, "not checked");
    add(not_speech_, "no speech");
    separator = "; ";
    add(unnamed_, unnamed_ == 1 ? "speaker not named by the source" : "speakers not named by the source");
    add(unsure_, less_than_sure(options_.severities.least_confidence()));
    add(set_aside_, "set aside");
    add(moved_, "moved");
    add(dropped_, "dropped");
    out_ << summary << '\n';
  }

 private:
  void write_extracted(Document const& document, Quotation const& quotation) {
    out_ << styled(terminal_, Style::bold, place(document, quotation.segments.front().first))
         << to_string(quotation.kind) << '\n';
    labelled("words", beginnings(document, quotation));
    if (!quotation.attribution) return;
    auto const& attribution = *quotation.attribution;
    auto line = printable(claimed_speaker(quotation));
    if (attribution.mention) line += ", named “" + printable(document.utf8(*attribution.mention)) + "”";
    line += fmt::format(", by {}, {:.0f} %", attribution.rule, attribution.confidence * 100);
    if (!attribution.reason.empty()) line += "; " + printable(attribution.reason);
    labelled("speaker", line);
  }

  // Lists a quotation that is new or has moved.
  void write_place(Document const& document, Document const& old_version, RevisedQuotation const& one) {
    bool const is_new = one.is_new() && one.finding.reason != UncheckedReason::not_speech;
    moved_ += one.moved;
    new_ += is_new;
    if (!is_new && !one.moved) return;
    write_listed(document, one.quotation, is_new ? "NEW" : "MOVED");
    if (one.outside)
      labelled("note", "was no quotation; its words were at " + whole_place(old_version, one.outside->first));
    out_ << '\n';
  }

  void write_listed(Document const& document, Quotation const& quotation, std::string_view what) {
    out_ << styled(terminal_, Style::bold, place(document, quotation.segments.front().first))
         << styled(terminal_, Style::cyan, what)
         << styled(terminal_, Style::faint, " — " + printable(claimed_speaker(quotation))) << '\n';
    labelled("words", beginnings(document, quotation));
  }

  void count(Finding const& finding) {
    if (finding.verdict != Verdict::unchecked) {
      ++count_[finding.verdict];
    } else {
      ++(is_unchecked_speech(finding) ? not_checked_ : not_speech_);
    }
    unnamed_ += finding.speaker_checked == SpeakerChecked::unnamed;
    unsure_ += is_unsure(finding);
    set_aside_ += !finding.set_aside.empty();
    shows_any_ = shows_any_ || is_shown(finding);
  }

  Part part(Finding const& finding) const { return part_of(finding, options_.severities); }
  bool is_unsure(Finding const& finding) const { return part(finding) == Part::unsure; }
  bool is_shown(Finding const& finding) const {
    return quoth::tools::is_shown(finding, options_.shown, options_.severities);
  }

  // The heading of the part that the first of the findings begins.
  void write_heading(Document const& document, Part part, std::vector<CheckedQuotation const*> const& rest) {
    std::vector<Finding const*> findings;
    for (auto const* one : rest) {
      if (this->part(one->finding) == part) findings.push_back(&one->finding);
    }
    auto heading = fmt::format("{}: {}", less_than_sure(options_.severities.least_confidence()), findings.size());
    if (part == Part::to_confirm)
      heading = fmt::format("to confirm against {}: {}", what_decides(findings), findings.size());
    if (part == Part::others) heading = fmt::format("need not be looked at: {}", findings.size());
    out_ << printable(document.id()) << ": " << styled(terminal_, Style::bold, heading) << "\n\n";
  }

  void write_checked(Document const& document, Quotation const& quotation, Finding const& finding) {
    auto const sure = certainty(finding);
    out_ << styled(terminal_, Style::bold, place(document, span_at_fault(quotation, finding).first))
         << styled(terminal_, style_of(finding.verdict), capitals(to_string(finding.verdict)))
         << (sure.empty() ? "" : ", " + sure)
         << styled(terminal_, Style::faint, " — " + printable(claimed_speaker(quotation)) + remark(finding)) << '\n';
    bool const differs = !finding.evidence.empty() && finding.verdict != Verdict::verbatim;
    if (has_mixed_verdicts(finding)) {
      write_parts(document, quotation, finding);
    } else if (!differs) {
      labelled("words", beginnings(document, quotation));
    }
    if (differs) {
      labelled(options_.compares ? "new" : "printed", printed(document, quotation, finding));
      for (auto const* evidence : deciding_evidence(finding))
        labelled(options_.compares ? "old" : manner_of(*evidence),
                 marked(evidence->text, differing_words(evidence->text, evidence->edits, &Edit::source_span)));
    }
    for (auto const& evidence : finding.evidence)
      labelled("source", printable(options_.compares ? place_before(evidence) : whereabouts(evidence)));
    if (finding.verdict != Verdict::verbatim || !remark_on_speaker(finding).empty())
      labelled("note", printable(finding.message));
    for (auto const& place : places_to_check(finding)) labelled("check", printable(to_string(place)));
    // Of what is to be confirmed the place to check is the advice.
    if (part(finding) == Part::to_see && !options_.compares) labelled("advice", advice(finding));
    if (!finding.set_aside.empty()) labelled("set aside", printable(finding.set_aside));
    if (options_.explain) explain(finding);
    if (!options_.quiet) out_ << '\n';
  }

  static std::string remark(Finding const& finding) {
    return finding.speaker_checked == SpeakerChecked::unnamed ? ", " + std::string(remark_on_speaker(finding)) : "";
  }

  // The beginnings of a quotation's parts, each in its own marks.
  std::string beginnings(Document const& document, Quotation const& quotation) const {
    std::string text;
    for (auto const segment : quotation.segments) text += (text.empty() ? "" : " ") + shown_words(document, segment);
    return text;
  }

  // A quotation's parts, each in its own marks, with the words that differ.
  std::string printed(Document const& document, Quotation const& quotation, Finding const& finding) const {
    auto const differences = printed_differences(document, quotation, finding);
    std::string text;
    std::uint32_t first = 0;  // of the segment in the words, in bytes
    for (auto const segment : quotation.segments) {
      auto const words = document.utf8(segment);
      auto const last = first + static_cast<std::uint32_t>(words.size());
      text += (text.empty() ? "“" : " “") + marked(words, spans_within(differences, first, last)) + "”";
      first = last + 1;  // and a blank
    }
    return text;
  }

  // The verdict of each segment, and of joins that are told.
  void write_parts(Document const& document, Quotation const& quotation, Finding const& finding) {
    auto join = finding.joins.begin();
    for (std::size_t i = 0; i < quotation.segments.size(); ++i) {
      auto const verdict = finding.segments.at(i).verdict;
      auto const label = fmt::format("segment {}", i + 1);
      auto const name = capitals(to_string(verdict));
      auto const words = shown_words(document, quotation.segments[i]);
      labelled(label, styled(terminal_, style_of(verdict), name) + "  " + words);
      while (join != finding.joins.end() && join->after < i + 1) ++join;
      if (join == finding.joins.end() || join->after != i + 1 || join->verdict == Verdict::verbatim) continue;
      labelled("join",
               styled(terminal_, style_of(join->verdict), capitals(to_string(join->verdict))) + words_left_out(*join));
    }
  }

  // What else is known of an edit.
  static std::string standing(Edit const& edit) {
    if (!edit.witness.empty()) return ", borne out by " + printable(edit.witness);
    return edit.machine_error ? ", a machine's error" : edit.allowed ? ", allowed" : "";
  }

  void explain(Finding const& finding) {
    for (auto const& evidence : finding.evidence) {
      for (auto const& edit : evidence.edits) {
        labelled("edit",
                 fmt::format("{}: “{}” for “{}”, {} {:.3f}{}", to_string(edit.edit_class), printable(edit.quote),
                             printable(edit.source), printable(edit.rule), edit.cost, standing(edit)));
      }
    }
    if (finding.verdict == Verdict::unchecked) return;
    labelled("fidelity", fmt::format("{:.4f}, confidence {:.2f}", finding.fidelity, finding.confidence));
  }

  // "article.md:3:2", "article.docx, paragraph 4"
  static std::string whole_place(Document const& document, std::uint32_t offset) {
    return printable(document.id()) + (document.unit == PositionUnit::line ? ":" : ", ") + place_of(document, offset);
  }

  // "article.md:3:2: ", "article.docx, paragraph 4 (The council met …): "
  static std::string place(Document const& document, std::uint32_t offset) {
    auto text = whole_place(document, offset);
    if (document.unit == PositionUnit::paragraph) text += " (" + first_words(document, offset) + ")";
    return text + ": ";
  }

  // The beginning of a segment in quotation marks, on one line.
  std::string shown_words(Document const& document, Span segment) const {
    auto const room = terminal_.width - std::min(label_width + 2, terminal_.width);
    auto const longest = std::clamp(room, shortest_beginning, longest_beginning);
    return "“" + beginning_of(printable(document.utf8(segment)), longest) + "”";
  }

  void labelled(std::string_view label, std::string const& text) {
    out_ << "  " << styled(terminal_, Style::faint, fmt::format("{:<{}}", label, label_width - 2))
         << wrapped(terminal_, text, label_width) << '\n';
  }

  // The text, with differing words in braces or in colour.
  std::string marked(std::string_view text, std::vector<ByteSpan> const& differences) const {
    std::string out;
    std::size_t done = 0;
    for (auto const span : differences) {
      auto const changed = printable(text.substr(span.first, span.last - span.first));
      out += printable(text.substr(done, span.first - done));
      out += terminal_.colour ? styled(terminal_, Style::red, changed) : "{" + changed + "}";
      done = span.last;
    }
    return out + printable(text.substr(done));
  }

  ReportOptions options_;
  Terminal terminal_;
  std::ostream& out_;
  std::map<Verdict, std::size_t> count_;  // without `unchecked`
  std::size_t not_checked_ = 0;           // of speech
  std::size_t not_speech_ = 0;
  std::size_t unnamed_ = 0;  // whose speaker the source does not name
  std::size_t unsure_ = 0;
  std::size_t set_aside_ = 0;
  bool shows_any_ = false;
  std::size_t new_ = 0;
  std::size_t moved_ = 0;
  std::size_t dropped_ = 0;
  std::size_t documents_ = 0;
  std::size_t quotations_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> text_report(ReportOptions const& options, std::ostream& out) {
  return std::make_unique<TextReport>(options, out);
}

}  // namespace quoth::tools
