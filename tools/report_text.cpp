// SPDX-License-Identifier: MIT
#include "report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iostream>
#include <map>

#include "terminal.hpp"

namespace quoth {

namespace {

// Enough of a quotation to find it again by eye.
constexpr std::size_t longest_head = 64;
constexpr std::size_t label_width = 10;  // "  printed  "

std::string capitals(std::string_view word) {
  std::string out(word);
  std::ranges::replace(out, '_', ' ');
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

Style style_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::verbatim:
    case Verdict::permitted:
      return Style::green;
    case Verdict::altered:
    case Verdict::spliced:
    case Verdict::truncated:
      return Style::yellow;
    case Verdict::unchecked:
      return Style::faint;
    case Verdict::distorted:
    case Verdict::not_found:
    case Verdict::misattributed:
      break;
  }
  return Style::red;
}

// The first words of the quotation, between marks.
std::string head_of(std::string const& words) {
  if (words.size() <= longest_head) return "“" + words + "”";
  auto const cut = words.rfind(' ', longest_head);
  return "“" + words.substr(0, cut == words.npos ? 0 : cut) + " …”";
}

std::string words_of(Document const& document, Quotation const& quotation) {
  std::string words;
  for (auto const span : quotation.segments) words += (words.empty() ? "" : " ") + document.utf8(span);
  return printable(words);
}

std::string speaker_of(Quotation const& quotation) {
  if (!quotation.attribution) return "nobody named";
  auto const& attribution = *quotation.attribution;
  auto speaker = attribution.speaker.empty() ? "speaker unclear" : printable(attribution.speaker);
  if (!attribution.via.empty()) speaker += " (" + printable(attribution.via) + ")";
  return speaker;
}

std::string hours(double seconds) {
  auto const whole = static_cast<long>(seconds);
  return fmt::format("{:02}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string whereabouts(Evidence const& evidence) {
  std::string text = printable(evidence.title.empty() ? evidence.source : evidence.title);
  if (!evidence.date.empty()) text += ", " + printable(evidence.date);
  text += evidence.speaker.empty() ? ", speaker not named" : ", " + printable(evidence.speaker);
  text += fmt::format(", turn {}", evidence.utterance + 1);
  if (evidence.time) text += " at " + hours(*evidence.time);
  if (!evidence.title.empty()) text += " [" + printable(evidence.source) + "]";
  return text;
}

class TextReport : public ReportWriter {
 public:
  explicit TextReport(ReportOptions const& options) : options_(options), terminal_(options.terminal) {}

  void add(Document const& document, std::vector<Quotation> const& quotations,
           std::vector<Finding> const& findings) override {
    for (std::size_t i = 0; i < quotations.size(); ++i) {
      if (findings.empty()) {
        add_extracted(document, quotations[i]);
      } else {
        ++count_[findings[i].verdict];
        if (!options_.quiet || must_be_seen(findings[i].verdict)) add_checked(document, quotations[i], findings[i]);
      }
    }
    quotations_ += quotations.size();
    ++documents_;
  }

  void add_unreadable(std::string const& /*id*/, std::string const& /*error*/) override {}

  void finish() override {
    if (documents_ == 0) return;
    auto summary = fmt::format("{} quotation{}", quotations_, quotations_ == 1 ? "" : "s");
    for (auto separator = ": "; auto const& [verdict, count] : count_) {
      summary += fmt::format("{}{} {}", separator, count, to_string(verdict));
      separator = ", ";
    }
    std::cout << summary << '\n';
  }

 private:
  void add_extracted(Document const& document, Quotation const& quotation) {
    std::cout << place(document, quotation) << to_string(quotation.kind) << "  "
              << head_of(words_of(document, quotation)) << '\n';
    if (!quotation.attribution) return;
    auto const& attribution = *quotation.attribution;
    auto line = speaker_of(quotation);
    if (attribution.mention) line += ", named “" + printable(document.utf8(*attribution.mention)) + "”";
    line += fmt::format(", by {}, {:.0f} %", attribution.rule, attribution.confidence * 100);
    if (!attribution.reason.empty()) line += "; " + printable(attribution.reason);
    labelled("speaker", line);
  }

  void add_checked(Document const& document, Quotation const& quotation, Finding const& finding) {
    auto const words = words_of(document, quotation);
    std::cout << place(document, quotation)
              << styled(terminal_, style_of(finding.verdict), capitals(to_string(finding.verdict))) << "  "
              << head_of(words) << "  " << styled(terminal_, Style::faint, "— " + speaker_of(quotation)) << '\n';
    if (!finding.evidence.empty() && finding.verdict != Verdict::verbatim) {
      auto const& best = finding.evidence.front();
      labelled("printed", marked(words, best.edits, &Edit::quote));
      labelled("spoken", marked(printable(best.text), best.edits, &Edit::source));
    }
    for (auto const& evidence : finding.evidence) labelled("source", whereabouts(evidence));
    if (finding.verdict != Verdict::verbatim) labelled("note", printable(finding.message));
    if (options_.explain) explain(finding);
    if (!options_.quiet) std::cout << '\n';
  }

  void explain(Finding const& finding) {
    for (auto const& evidence : finding.evidence) {
      for (auto const& edit : evidence.edits) {
        labelled("edit", fmt::format("{}: “{}” for “{}”, {} {:.3f}{}", edit.edit_class, printable(edit.quote),
                                     printable(edit.source), edit.rule, edit.cost, edit.allowed ? ", allowed" : ""));
      }
    }
    labelled("fidelity", fmt::format("{:.4f}, confidence {:.2f}", finding.fidelity, finding.confidence));
  }

  std::string place(Document const& document, Quotation const& quotation) {
    auto const at = document.locate(quotation.segments.front().first);
    return styled(terminal_, Style::bold, fmt::format("{}:{}:{}: ", printable(document.id()), at.line, at.column));
  }

  void labelled(std::string_view label, std::string const& text) {
    std::cout << "  " << styled(terminal_, Style::faint, fmt::format("{:<{}}", label, label_width - 2))
              << wrapped(terminal_, text, label_width) << '\n';
  }

  // The words of each edit in turn, looked for after the one before.
  std::string marked(std::string const& text, std::vector<Edit> const& edits, std::string Edit::*words) {
    std::string out;
    std::size_t done = 0;
    for (auto const& edit : edits) {
      auto const& changed = edit.*words;
      auto const at = changed.empty() ? text.npos : text.find(changed, done);
      if (at == text.npos) continue;
      out += text.substr(done, at - done);
      out += terminal_.colour ? styled(terminal_, Style::red, changed) : "{" + changed + "}";
      done = at + changed.size();
    }
    return out + text.substr(done);
  }

  ReportOptions options_;
  Terminal terminal_;
  std::map<Verdict, std::size_t> count_;
  std::size_t documents_ = 0;
  std::size_t quotations_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> text_report(ReportOptions const& options) {
  return std::make_unique<TextReport>(options);
}

}  // namespace quoth
