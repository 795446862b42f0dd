// SPDX-License-Identifier: MIT
#include "tools/reports/finding_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "match/place/place_text.hpp"
#include "text/bytes/sha256.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/words.hpp"
#include "tools/reports/counted.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

// A share in percent, rounded down to a step of 1 / `steps` of one: 99.5 % are not 100 %.
double percent(double share, double steps) {
  constexpr double error = 1e-9;  // of binary fractions: 0.57 times 100 is below 57
  return std::floor(share * 100 * steps + error * steps) / steps;
}

// Whether an editor looks at quotations of that verdict: they must be seen, or confirmed.
bool is_looked_at(Verdict verdict) { return must_be_seen(verdict) || verdict == Verdict::unconfirmed; }

}  // namespace

std::string words_of(Document const& document, Quotation const& quotation) {
  std::string words;
  for (auto const span : quotation.segments) words += (words.empty() ? "" : " ") + document.utf8(span);
  return words;
}

std::string beginning_of(std::string const& words, std::size_t longest) {
  auto const text = text::to_utf32(words);
  if (text.size() <= longest) return words;
  auto const kept = std::u32string_view(text).substr(0, longest - 2);
  auto const blank = kept.rfind(U' ');
  auto const cut = text[kept.size()] == U' ' || blank == kept.npos ? kept.size() : blank;
  return text::to_utf8(kept.substr(0, cut)) + " …";
}

std::string first_words(Document const& document, std::uint32_t offset) {
  constexpr std::size_t longest = 32;
  auto const& blocks = document.blocks();
  auto const block = std::ranges::upper_bound(blocks, offset, {}, [](Block const& one) { return one.span.first; });
  if (block == blocks.begin()) return {};
  return beginning_of(printable(document.utf8(std::prev(block)->span)), longest);
}

std::size_t segment_at_fault(Quotation const& quotation, Finding const& finding) {
  auto const& segments = finding.segments;
  if (segments.size() != quotation.segments.size() || !is_looked_at(finding.verdict)) return 0;
  auto const by_gravity = [](auto const& one, auto const& other) {
    return gravity_of(one.verdict) < gravity_of(other.verdict);
  };
  auto const worst = std::ranges::max_element(segments, by_gravity);
  auto const join = std::ranges::max_element(finding.joins, by_gravity);
  if (join != finding.joins.end() && gravity_of(join->verdict) > gravity_of(worst->verdict)) return join->after;
  return static_cast<std::size_t>(worst - segments.begin());
}

Span span_at_fault(Quotation const& quotation, Finding const& finding) {
  auto const& segments = quotation.segments;
  if (!is_looked_at(finding.verdict) || !has_mixed_verdicts(finding))
    return {segments.front().first, segments.back().last};
  return segments[segment_at_fault(quotation, finding)];
}

std::string words_left_out(JoinFinding const& join) {
  auto const count = join.words_left_out;
  return count == 0 ? "" : ", " + counted(count, "word") + " left out";
}

bool has_mixed_verdicts(Finding const& finding) {
  if (finding.segments.size() < 2) return false;
  auto const differs = [&](SegmentFinding const& segment) {
    auto const is_told = is_looked_at(finding.verdict) || segment.verdict == Verdict::unchecked;
    return is_told && segment.verdict != finding.verdict;
  };
  return std::ranges::any_of(finding.segments, differs) ||
         std::ranges::any_of(finding.joins, [](JoinFinding const& join) { return must_be_seen(join.verdict); });
}

std::vector<Evidence const*> deciding_evidence(Finding const& finding) {
  std::vector<Evidence const*> deciding;
  for (auto const& evidence : finding.evidence) {
    auto const known =
        std::ranges::any_of(deciding, [&](Evidence const* other) { return other->segments == evidence.segments; });
    if (deciding.empty() || (!known && !evidence.segments.empty())) deciding.push_back(&evidence);
  }
  return deciding;
}

std::vector<ByteSpan> printed_differences(Document const& document, Quotation const& quotation,
                                          Finding const& finding) {
  std::vector<Edit> edits;
  for (auto const* evidence : deciding_evidence(finding))
    edits.insert(edits.end(), evidence->edits.begin(), evidence->edits.end());
  std::string words;
  for (std::size_t i = 0; i < quotation.segments.size(); ++i) {
    if (i > 0) words += ' ';
    Edit whole;
    whole.quote_span.first = static_cast<std::uint32_t>(words.size());
    words += document.utf8(quotation.segments[i]);
    whole.quote_span.last = static_cast<std::uint32_t>(words.size());
    auto const missing = i < finding.segments.size() && finding.segments[i].verdict == Verdict::not_found;
    if (missing) edits.push_back(whole);
  }
  return differing_words(words, edits, &Edit::quote_span);
}

std::string place_of(Document const& document, std::uint32_t offset) {
  auto const at = document.locate(offset);
  if (document.unit == PositionUnit::line) return fmt::format("{}:{}", at.line, at.column);
  return fmt::format("{} {}", to_string(document.unit), at.line);
}

std::string claimed_speaker(Quotation const& quotation) {
  if (!quotation.attribution) return "nobody named";
  auto const& attribution = *quotation.attribution;
  auto speaker = attribution.speaker.empty() ? "speaker unclear" : attribution.speaker;
  if (!attribution.via.empty()) speaker += " (" + attribution.via + ")";
  return speaker;
}

std::string in_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string capitalised(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

std::string certainty(Finding const& finding) { return certainty(finding.verdict, finding.confidence); }

std::string certainty(Verdict verdict, double confidence) {
  constexpr double nearly_certain = 0.9;
  if (!must_be_seen(verdict) || confidence >= nearly_certain) return {};
  return fmt::format("{:g} % sure", percent(confidence, 1));
}

std::string less_than_sure(double least_confidence) {
  return fmt::format("less than {:g} % sure", percent(least_confidence, 100));
}

std::string_view remark_on_speaker(Finding const& finding) {
  switch (finding.speaker_checked) {
    case SpeakerChecked::unnamed:
      return "not named by the source";
    case SpeakerChecked::open:
      return "whom the article means is open";
    case SpeakerChecked::reported:
      return "quoted by somebody else in the source";
    default:
      return {};
  }
}

std::string_view manner_of(Evidence const& evidence) {
  return evidence.made == Made::written || evidence.made == Made::ocr ? "written" : "spoken";
}

std::string whereabouts(Evidence const& evidence) {
  auto text = evidence.title.empty() ? evidence.source : evidence.title;
  if (!evidence.date.empty()) text += ", " + evidence.date;
  text += evidence.speaker.empty() ? ", speaker not named" : ", " + evidence.speaker;
  if (evidence.paragraph == 0) text += fmt::format(", turn {}", evidence.utterance + 1);
  if (evidence.time) text += " at " + match::clock_time(*evidence.time);
  if (auto const place = match::place_in_words(evidence); !place.empty()) text += ", " + place;
  if (!evidence.title.empty()) text += " [" + evidence.source + "]";
  return text;
}

std::string place_before(Evidence const& evidence) {
  auto const place = match::place_in_words(evidence);
  return evidence.source + (place.empty() ? "" : ", " + place) +
         (evidence.speaker.empty() ? "" : ", " + evidence.speaker);
}

std::string on_one_line(Finding const& finding) {
  auto text = finding.message;
  if (auto const sure = certainty(finding); !sure.empty()) text += " (" + sure + ")";
  if (finding.evidence.empty()) return text;
  constexpr std::size_t longest = 200;  // code points
  auto const& evidence = finding.evidence.front();
  if (finding.verdict != Verdict::verbatim && text.find("the source has") == text.npos)
    text += fmt::format("; {}: “{}”", manner_of(evidence), beginning_of(evidence.text, longest));
  return text + "; source: " + whereabouts(evidence);
}

std::vector<ByteSpan> differing_words(std::string_view text, std::vector<Edit> const& edits, ByteSpan Edit::*span) {
  std::vector<ByteSpan> spans;
  for (auto const& edit : edits) {
    auto const& words = edit.*span;
    auto const restyled = edit.op == Edit::Op::replace && edit.allowed && edit.cost == 0;
    if (!restyled && words.first < words.last && words.last <= text.size()) spans.push_back(words);
  }
  std::ranges::sort(spans, {}, &ByteSpan::first);
  std::vector<ByteSpan> apart;
  for (auto const& one : spans) {
    if (!apart.empty() && one.first < apart.back().last) {
      apart.back().last = std::max(apart.back().last, one.last);
    } else {
      apart.push_back(one);
    }
  }
  return apart;
}

std::vector<ByteSpan> spans_within(std::vector<ByteSpan> const& spans, std::uint32_t first, std::uint32_t last) {
  std::vector<ByteSpan> within;
  for (auto const span : spans) {
    if (span.first < last && span.last > first)
      within.push_back({std::max(span.first, first) - first, std::min(span.last, last) - first});
  }
  return within;
}

std::string fingerprint(Document const& document, Quotation const& quotation, Finding const& finding) {
  std::string content(to_string(finding.verdict));
  auto const words = text::split_words(words_of(document, quotation));
  for (std::size_t i = 0; i < words.size(); ++i) content += " " + std::string(words.key(i));
  return text::sha256(content + "\n" + claimed_speaker(quotation)).substr(0, 16);
}

}  // namespace quoth::tools
