// SPDX-License-Identifier: MIT
#include "tools/reports/finding_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/bytes/sha256.hpp"
#include "text/words/words.hpp"

namespace quoth::tools {

namespace {

std::string hours(double seconds) {
  auto const whole = static_cast<long>(seconds);
  return fmt::format("{:02}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

// Pages and lines in words: "page 12, line 7", "page 12, lines 7 to 9", "page 12, line 24 to page 13, line 2".
std::string pages_and_lines(PrintedRange const& printed) {
  auto const place = [](std::string const& page, std::uint32_t line) {
    auto text = page.empty() ? std::string() : "page " + page;
    if (line != 0) text += fmt::format("{}line {}", text.empty() ? "" : ", ", line);
    return text;
  };
  auto first = place(printed.page, printed.line);
  auto const last = place(printed.last_page, printed.last_line);
  if (last.empty() || last == first) return first;
  if (printed.page != printed.last_page) return first + " to " + last;
  return fmt::format("{}lines {} to {}", printed.page.empty() ? "" : "page " + printed.page + ", ", printed.line,
                     printed.last_line);
}

}  // namespace

std::string words_of(Document const& document, Quotation const& quotation) {
  std::string words;
  for (auto const span : quotation.segments) words += (words.empty() ? "" : " ") + document.utf8(span);
  return words;
}

std::string place_of(Document const& document, Quotation const& quotation) {
  auto const at = document.locate(quotation.segments.front().first);
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

std::string whereabouts(Evidence const& evidence) {
  auto text = evidence.title.empty() ? evidence.source : evidence.title;
  if (!evidence.date.empty()) text += ", " + evidence.date;
  text += evidence.speaker.empty() ? ", speaker not named" : ", " + evidence.speaker;
  text += fmt::format(", turn {}", evidence.utterance + 1);
  if (evidence.time) text += " at " + hours(*evidence.time);
  if (!evidence.printed.empty()) text += ", " + pages_and_lines(evidence.printed);
  if (!evidence.title.empty()) text += " [" + evidence.source + "]";
  return text;
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

std::string fingerprint(Document const& document, Quotation const& quotation, Finding const& finding) {
  std::string content(to_string(finding.verdict));
  auto const words = text::split_words(words_of(document, quotation));
  for (std::size_t i = 0; i < words.size(); ++i) content += " " + std::string(words.key(i));
  return text::sha256(content + "\n" + claimed_speaker(quotation)).substr(0, 16);
}

}  // namespace quoth::tools
