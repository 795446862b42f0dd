// SPDX-License-Identifier: MIT
#include "tools/reports/report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <ostream>
#include <utility>

#include "text/unicode/unicode.hpp"
#include "tools/reports/doc_page.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/places_to_check.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

// In code points: how much of a quotation's beginning is shown, enough to find it in the text.
constexpr std::size_t longest_head = 64;
constexpr std::size_t shortest_head = 16;
constexpr std::size_t label_width = 13;  // "  set aside  "

std::string capitals(std::string_view word) {
  std::string out(word);
  std::ranges::replace(out, '_', ' ');
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

// The first words of the quotation in quotation marks, cut to `room` code points, but not below `shortest_head`.
std::string head_of(std::string const& words, std::size_t room) {
  auto const text = text::to_utf32(words);
  auto const longest = std::clamp(room, shortest_head, longest_head);
  if (text.size() + 2 <= longest) return "“" + words + "”";
  auto const kept = std::u32string_view(text).substr(0, longest - 4);
  auto const cut = text[kept.size()] == U' ' ? kept.size() : kept.rfind(U' ');
  return "“" + text::to_utf8(kept.substr(0, cut)) + " …”";
}

std::size_t length_of(std::string_view text) { return text::to_utf32(text).size(); }

// The parts of an article's report, in their order: what an editor must look at, what is to be confirmed, what need not
// be looked at, what is unsure.
enum class Part { to_see, to_confirm, others, unsure };

Part part_of(Finding const& finding, Severities const& severities) {
  if (severities.is_unsure(finding) && finding.set_aside.empty()) return Part::unsure;
  if (severities.concerns(finding)) return Part::to_see;
  return is_to_confirm(finding) ? Part::to_confirm : Part::others;
}

// By part, in each by falling gravity with what was not checked last; equal ones in the order of the text.
std::vector<CheckedQuotation const*> worst_first(std::vector<CheckedQuotation> const& checked,
                                                 Severities const& severities) {
  std::vector<CheckedQuotation const*> order;
  order.reserve(checked.size());
  for (auto const& one : checked) order.push_back(&one);
  auto const urgency = [&](CheckedQuotation const* one) {
    auto const& finding = one->finding;
    auto const gravity = finding.verdict == Verdict::unchecked ? -1 : gravity_of(finding.verdict);
    return std::pair(part_of(finding, severities), -gravity);
  };
  std::ranges::stable_sort(order, {}, urgency);
  return order;
}

class TextReport : public ReportWriter {
 public:
  TextReport(ReportOptions const& options, std::ostream& out)
      : options_(options), terminal_(options.terminal), out_(out) {}

  void add(Document const& document, std::vector<CheckedQuotation> const& checked) override {
    auto const order = worst_first(checked, options_.severities);
    auto part = Part::to_see;
    bool confirms = false;
    for (auto one = order.begin(); one != order.end(); ++one) {
      auto const& finding = (*one)->finding;
      count(finding);
      if (options_.quiet && !is_shown_in_quiet(finding)) continue;
      if (std::exchange(part, this->part(finding)) != part) {
        confirms = confirms || part == Part::to_confirm;
        // What need not be looked at follows what must be without a heading.
        if (part != Part::others || confirms) write_heading(document, part, {one, order.end()});
      }
      write_checked(document, (*one)->quotation, finding);
    }
    quotations_ += checked.size();
    ++documents_;
  }

  void add_extracted(Document const& document, std::vector<Quotation> const& quotations) override {
    for (auto const& quotation : quotations) write_extracted(document, quotation);
    quotations_ += quotations.size();
    ++documents_;
  }

  void add_unreadable(std::string const& /*id*/, std::string const& /*error*/) override {}

  void finish() override {
    if (documents_ == 0 || (options_.quiet && !shown_in_quiet_)) return;
    auto summary = fmt::format("{} quotation{}", quotations_, quotations_ == 1 ? "" : "s");
    auto separator = ": ";
    auto const add = [&](std::size_t count, std::string_view what) {
      if (count == 0) return;
      summary += fmt::format("{}{} {}", separator, count, what);
      separator = ", ";
    };
    for (auto const& [verdict, count] : count_) add(count, to_string(verdict));
    add(not_checked_, "not checked");
    add(not_speech_, "no speech");
    separator = "; ";
    add(unnamed_, unnamed_ == 1 ? "speaker not named by the source" : "speakers not named by the source");
    add(unsure_, fmt::format("of a confidence below {}", options_.severities.least_confidence()));
    add(set_aside_, "set aside");
    out_ << summary << '\n';
  }

 private:
  void write_extracted(Document const& document, Quotation const& quotation) {
    auto const at = place(document, quotation.segments.front().first);
    auto const kind = to_string(quotation.kind);
    auto const room = room_beside(length_of(at) + kind.size() + 2);
    out_ << styled(terminal_, Style::bold, at) << kind << "  "
         << head_of(printable(words_of(document, quotation)), room) << '\n';
    if (!quotation.attribution) return;
    auto const& attribution = *quotation.attribution;
    auto line = printable(claimed_speaker(quotation));
    if (attribution.mention) line += ", named “" + printable(document.utf8(*attribution.mention)) + "”";
    line += fmt::format(", by {}, {:.0f} %", attribution.rule, attribution.confidence * 100);
    if (!attribution.reason.empty()) line += "; " + printable(attribution.reason);
    labelled("speaker", line);
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
    shown_in_quiet_ = shown_in_quiet_ || is_shown_in_quiet(finding);
  }

  Part part(Finding const& finding) const { return part_of(finding, options_.severities); }
  bool is_unsure(Finding const& finding) const { return part(finding) == Part::unsure; }
  bool is_shown_in_quiet(Finding const& finding) const {
    return part(finding) == Part::to_see || part(finding) == Part::to_confirm;
  }

  // The heading of the part that the first of the findings begins.
  void write_heading(Document const& document, Part part, std::vector<CheckedQuotation const*> const& rest) {
    std::vector<Finding const*> findings;
    for (auto const* one : rest) {
      if (this->part(one->finding) == part) findings.push_back(&one->finding);
    }
    auto heading = fmt::format("of a confidence below {}:", options_.severities.least_confidence());
    if (part == Part::to_confirm)
      heading = fmt::format("to confirm against {}: {}", what_decides(findings), findings.size());
    if (part == Part::others) heading = fmt::format("need not be looked at: {}", findings.size());
    out_ << printable(document.id()) << ": " << styled(terminal_, Style::bold, heading) << "\n\n";
  }

  void write_checked(Document const& document, Quotation const& quotation, Finding const& finding) {
    auto const at = place(document, span_at_fault(quotation, finding).first);
    auto const verdict = capitals(to_string(finding.verdict));
    auto const speaker = "— " + printable(claimed_speaker(quotation)) + remark(finding);
    auto const room = room_beside(length_of(at) + verdict.size() + length_of(speaker) + 4);
    out_ << styled(terminal_, Style::bold, at) << styled(terminal_, style_of(finding.verdict), verdict) << "  "
         << head_of(printable(words_at_fault(document, quotation, finding)), room) << "  "
         << styled(terminal_, Style::faint, speaker) << '\n';
    if (has_mixed_verdicts(finding)) write_parts(document, quotation, finding);
    if (!finding.evidence.empty() && finding.verdict != Verdict::verbatim) {
      auto const differences = printed_differences(document, quotation, finding);
      labelled("printed", marked(words_of(document, quotation), differences));
      for (auto const* evidence : deciding_evidence(finding))
        labelled(manner_of(*evidence),
                 marked(evidence->text, differing_words(evidence->text, evidence->edits, &Edit::source_span)));
    }
    for (auto const& evidence : finding.evidence) labelled("source", printable(whereabouts(evidence)));
    if (finding.verdict != Verdict::verbatim || !remark_on_speaker(finding).empty())
      labelled("note", printable(finding.message));
    for (auto const& place : places_to_check(finding)) labelled("check", printable(to_string(place)));
    // Of what is to be confirmed the place to check is the advice.
    if (part(finding) == Part::to_see) labelled("advice", advice(finding));
    if (!finding.set_aside.empty()) labelled("set aside", printable(finding.set_aside));
    if (options_.explain) explain(finding);
    if (!options_.quiet) out_ << '\n';
  }

  static std::string remark(Finding const& finding) {
    return finding.speaker_checked == SpeakerChecked::unnamed ? ", " + std::string(remark_on_speaker(finding)) : "";
  }

  // The words from the segment at fault on.
  static std::string words_at_fault(Document const& document, Quotation const& quotation, Finding const& finding) {
    auto rest = quotation;
    auto const first = has_mixed_verdicts(finding) ? segment_at_fault(quotation, finding) : 0;
    rest.segments.erase(rest.segments.begin(), rest.segments.begin() + static_cast<std::ptrdiff_t>(first));
    return words_of(document, rest);
  }

  // The verdict of each segment, and of joins that are told.
  void write_parts(Document const& document, Quotation const& quotation, Finding const& finding) {
    auto join = finding.joins.begin();
    for (std::size_t i = 0; i < quotation.segments.size(); ++i) {
      auto const verdict = finding.segments.at(i).verdict;
      auto const label = fmt::format("segment {}", i + 1);
      auto const name = capitals(to_string(verdict));
      auto const words =
          head_of(printable(document.utf8(quotation.segments[i])), room_beside(label_width + name.size() + 2));
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

  static std::string place(Document const& document, std::uint32_t offset) {
    bool const lines = document.unit == PositionUnit::line;
    return printable(document.id()) + (lines ? ":" : ", ") + place_of(document, offset) + ": ";
  }

  // The columns left on a line of which `taken` are used.
  std::size_t room_beside(std::size_t taken) const { return terminal_.width - std::min(taken, terminal_.width); }

  void labelled(std::string_view label, std::string const& text) {
    out_ << "  " << styled(terminal_, Style::faint, fmt::format("{:<{}}", label, label_width - 2))
         << wrapped(terminal_, text, label_width) << '\n';
  }

  // The text, with differing words in braces or in colour.
  std::string marked(std::string_view text, std::vector<ByteSpan> const& differences) {
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
  bool shown_in_quiet_ = false;
  std::size_t documents_ = 0;
  std::size_t quotations_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> text_report(ReportOptions const& options, std::ostream& out) {
  return std::make_unique<TextReport>(options, out);
}

}  // namespace quoth::tools
