// SPDX-License-Identifier: MIT
#include "match/findings/finding_columns.hpp"

#include <cstdint>
#include <optional>

namespace quoth::match {

namespace {

constexpr std::array names{
    "row",     "article", "quotation", "kind",         "text",     "start",      "end",     "line",   "column",
    "speaker", "verdict", "also",      "must_be_seen", "fidelity", "confidence", "message", "reason", "speaker_checked",
    "source",  "said_on", "said_by",   "utterance",    "time",     "passage",    "url",     "made",   "error"};

constexpr std::nullopt_t none = std::nullopt;

// Words with one blank between them.
struct Words {
  std::string_view text;
};

void write(text::JsonWriter& json, std::nullopt_t /*none*/) { json.null(); }
void write(text::JsonWriter& json, std::string_view text) { text.empty() ? json.null() : json.value(text); }
void write(text::JsonWriter& json, std::int64_t number) { json.value(number); }
void write(text::JsonWriter& json, bool truth) { json.value(truth); }

template <typename Number>
void write(text::JsonWriter& json, std::optional<Number> const& number) {
  number ? json.value(*number) : json.null();
}

void write(text::JsonWriter& json, Words words) {
  json.begin_array();
  for (auto rest = words.text; !rest.empty();) {
    auto const end = rest.find(' ');
    json.value(rest.substr(0, end));
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  json.end_array();
}

}  // namespace

template <typename... Values>
void FindingColumns::add_row(Values const&... values) {
  static_assert(sizeof...(values) == count && names.size() == count);
  auto column = columns_.begin();
  auto const add_item = [&](auto const& value) {
    write(json_, value);
    *column += json_.view();
    *column++ += ',';
  };
  (add_item(values), ...);
}

void FindingColumns::add(std::size_t row, std::string_view article, db::ArticleRows const& rows) {
  for (auto const& one : rows.quotations) {
    auto const best = one.evidence.empty() ? db::EvidenceRow{} : one.evidence.front();
    std::optional<std::int64_t> utterance;
    if (!one.evidence.empty()) utterance = best.utterance;
    add_row(static_cast<std::int64_t>(row), article, one.number, one.kind, one.text, one.first, one.last, one.line,
            one.column, one.speaker, one.verdict, Words{one.also}, one.must_be_seen, one.fidelity, one.confidence,
            one.message, one.reason, one.speaker_checked, best.source, best.date, best.speaker, utterance, best.time,
            best.text, best.url, best.made, none);
  }
}

void FindingColumns::add_unreadable(std::size_t row, std::string_view article, std::string_view error) {
  add_row(static_cast<std::int64_t>(row), article, none, none, none, none, none, none, none, none, none, none, none,
          none, none, none, none, none, none, none, none, none, none, none, none, none, error);
}

void FindingColumns::append(FindingColumns const& other) {
  for (std::size_t i = 0; i < count; ++i) columns_[i] += other.columns_[i];
}

std::string FindingColumns::json() const {
  std::string json = "{";
  for (std::size_t i = 0; i < count; ++i) {
    json += (i == 0 ? "\"" : ",\"") + std::string(names[i]) + "\":[" + columns_[i];
    if (!columns_[i].empty()) json.pop_back();
    json += ']';
  }
  return json + "}";
}

}  // namespace quoth::match
