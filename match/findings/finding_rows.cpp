// SPDX-License-Identifier: MIT
#include "match/findings/finding_rows.hpp"

#include <algorithm>
#include <cmath>

#include "db/sqlite/digest.hpp"
#include "match/findings/finding_json.hpp"
#include "text/json/json_writer.hpp"

namespace quoth::match {

namespace {

// A table has no number where there is none, or where it is not finite.
std::optional<double> finite(std::optional<double> number) {
  return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<double> share(std::optional<double> number) {
  return number ? finite(text::rounded(*number)) : std::nullopt;
}

// The texts of the items, one blank between them.
template <typename Items, typename TextOf>
std::string listed(Items const& items, TextOf text_of) {
  std::string list;
  for (auto const& item : items) {
    if (!list.empty()) list += ' ';
    list += text_of(item);
  }
  return list;
}

}  // namespace

FindingRows::FindingRows(Document const& article, std::vector<CheckedQuotation> const& checked) {
  auto const mean = mean_fidelity(checked);
  rows_.checked = static_cast<std::int64_t>(mean.checked);
  rows_.fidelity = share(mean.fidelity);
  rows_.quotations.reserve(checked.size());
  for (auto const& one : checked) rows_.quotations.push_back(row_of(article, one));
}

db::QuotationRow FindingRows::row_of(Document const& article, CheckedQuotation const& checked) {
  auto const& [quotation, finding] = checked;
  auto const place = article.locate(quotation);
  db::QuotationRow row;
  row.number = quotation.id;
  row.kind = to_string(quotation.kind);
  row.text = keep(listed(quotation.segments, [&](Span span) { return article.utf8(span); }));
  row.first = quotation.segments.front().first;
  row.last = quotation.segments.back().last;
  row.line = place.line;
  row.column = place.column;
  if (quotation.attribution) add_attribution(article, *quotation.attribution, row);
  text::split_words(row.text, words_);
  db::Digest digest;
  for (std::size_t i = 0; i < words_.size(); ++i) digest.add(words_.key(i));
  row.words = static_cast<std::int64_t>(words_.size());
  row.same_words = digest.value();
  row.verdict = to_string(finding.verdict);
  row.also = keep(listed(finding.also, [](Verdict verdict) { return to_string(verdict); }));
  row.must_be_seen = finding.needs_attention();
  if (finding.verdict != Verdict::unchecked) row.fidelity = share(finding.fidelity);
  row.confidence = share(finding.confidence);
  row.message = finding.message;
  row.set_aside = finding.set_aside;
  if (finding.reason) row.reason = to_string(*finding.reason);
  row.speaker_checked = to_string(finding.speaker_checked);
  row.evidence.reserve(finding.evidence.size());
  for (auto const& one : finding.evidence) row.evidence.push_back(row_of(one));
  return row;
}

void FindingRows::add_attribution(Document const& article, Attribution const& attribution, db::QuotationRow& row) {
  row.speaker = attribution.speaker;
  if (attribution.mention) row.mention = keep(article.utf8(*attribution.mention));
  if (attribution.cue) row.cue = keep(article.utf8(*attribution.cue));
  row.via = attribution.via;
  row.rule = attribution.rule;
  row.attribution_confidence = share(attribution.confidence);
}

db::EvidenceRow FindingRows::row_of(Evidence const& evidence) {
  db::EvidenceRow row;
  row.source = evidence.source;
  row.title = evidence.title;
  row.date = evidence.date;
  row.url = evidence.url;
  row.made = to_string(evidence.made);
  row.speaker = evidence.speaker;
  row.utterance = evidence.utterance;
  row.time = finite(evidence.time);
  row.before = evidence.before;
  row.text = evidence.text;
  row.after = evidence.after;
  row.edits = static_cast<std::int64_t>(evidence.edits.size());
  row.classes = keep(listed(evidence.edits, [](Edit const& edit) { return to_string(edit.edit_class); }));
  row.segments = keep(listed(evidence.segments, [](std::uint32_t segment) { return std::to_string(segment); }));
  row.chance = finite(chance_shown(evidence.chance));
  row.edit_rows.reserve(evidence.edits.size());
  for (auto const& edit : evidence.edits) {
    row.edit_rows.push_back({to_string(edit.edit_class), edit.quote, edit.source, edit.allowed, edit.machine_error,
                             edit.quote_span.first, edit.quote_span.last, edit.source_span.first,
                             edit.source_span.last});
    if (!edit.machine_error) continue;
    if (++row.machine_errors == 1) row.check_time = finite(edit.time);
  }
  return row;
}

}  // namespace quoth::match
