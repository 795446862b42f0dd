// SPDX-License-Identifier: MIT
#include "tools/sources/ingest_remarks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <span>

#include "grammar/transcripts/kind/speech_signs.hpp"
#include "grammar/transcripts/labels/label_name.hpp"
#include "match/speakers/known_name.hpp"
#include "text/words/near_name.hpp"
#include "text/words/words.hpp"
#include "tools/desk/mistaken_file.hpp"
#include "tools/reports/counted.hpp"

namespace quoth::tools {

namespace {

// Whom the label of a turn names, or the label itself.
std::string const& name_of(Source const& source, std::string const& label) {
  auto const known = source.speakers.find(label);
  return known != source.speakers.end() && !known->second.name.empty() ? known->second.name : label;
}

bool names_somebody(std::string const& name) { return match::anonymity_of(name) == match::Anonymity::named; }

// "a document by George Eliot, “Middlemarch”", "a document that names no author".
std::string document_text(Source const& source) {
  auto const& by = source.author.empty() ? source.issuer : source.author;
  auto text = by.empty() ? std::string("a document that names no author") : "a document by " + by;
  if (!source.title.empty()) text += ", “" + source.title + "”";
  return text;
}

}  // namespace

void UnnamedLabels::add(Source const& source) {
  if (source.kind == SourceKind::document) return;  // its words are the author's, whom no label names
  for (auto const& utterance : source.utterances) {
    auto const& name = name_of(source, utterance.speaker);
    if (!names_somebody(name) || match::known_name(name)->is_role) ++turns_[utterance.speaker];
  }
}

std::string UnnamedLabels::text() const {
  constexpr std::size_t most_shown = 6;
  std::vector<std::pair<std::string, std::size_t>> labels(turns_.begin(), turns_.end());
  std::ranges::stable_sort(labels, std::greater(), &std::pair<std::string, std::size_t>::second);
  std::string text;
  for (auto const& [label, turns] : std::span(labels).first(std::min(labels.size(), most_shown)))
    text +=
        fmt::format("{}{} ({})", text.empty() ? "" : ", ", label.empty() ? "no label" : label, counted(turns, "turn"));
  if (labels.size() > most_shown) text += fmt::format(" and {} more", labels.size() - most_shown);
  return text;
}

void NotableSources::add(std::string const& name) {
  if (++count_ <= most_shown) names_.push_back(name);
}

std::string NotableSources::text() const {
  auto text = fmt::format("{}", fmt::join(names_, ", "));
  if (count_ > most_shown) text += fmt::format(" and {} more", count_ - most_shown);
  return text;
}

NeedlessNames::NeedlessNames(std::vector<std::string> const& given) {
  for (auto const& entry : given) {
    auto const label = transcripts::label_given(entry);
    if (!label.empty()) needless_.emplace_back(label);
  }
}

void NeedlessNames::add(Source const& source) {
  if (needless_.empty()) return;
  for (auto const& utterance : source.utterances) {
    if (!labels_.insert(utterance.speaker).second) continue;
    std::erase_if(needless_, [&](auto const& label) { return transcripts::is_same_label(label, utterance.speaker); });
  }
}

std::string NeedlessNames::text() const {
  std::string text;
  if (labels_.empty()) return text;
  std::vector<std::string_view> const labels(labels_.begin(), labels_.end());
  for (auto const& label : needless_) {
    auto const nearest = text::nearest_name(label, labels);
    text += fmt::format("{}“{}”", text.empty() ? "" : ", ", label);
    if (!nearest.empty()) text += fmt::format(" (did you mean {}?)", nearest);
  }
  return text;
}

void GuessedMade::add(Source const& source) {
  if (source.made_known) return;
  if (source.made == Made::captions) captions_.add(source.id);
  if (is_machine_made(source.made))
    by_machines_.add(source.id + (source.made == Made::ocr ? " (character recognition)" : " (speech recognition)"));
}

void FileRemark::add(Source const& source, bool told) {
  for (auto const& part : source.left_out) {
    if (std::ranges::find(left_out_, part) == left_out_.end()) left_out_.push_back(part);
  }
  if (!told || source.kind != SourceKind::document) return;
  ++documents_;
  if (documents_ == 1) first_ = document_text(source);
  if (sign_.empty()) sign_ = transcripts::sign_of_speech(source);
  if (article_sign_.empty()) article_sign_ = sign_of_article(source);
}

std::string FileRemark::text(std::string const& file) const {
  std::string text;
  if (documents_ > 0) text = "taken as " + (documents_ == 1 ? first_ : fmt::format("{} documents", documents_));
  if (!sign_.empty())
    text += fmt::format(", but {}; if people speak in it, say --kind transcript, and who with --speaker \"LABEL=NAME\"",
                        sign_);
  if (sign_.empty() && !article_sign_.empty())
    text += fmt::format(", but {}; if it is an article, check it: quoth check --store FILE {}", article_sign_, file);
  if (!left_out_.empty()) text += fmt::format("{}left out: {}", text.empty() ? "" : "; ", fmt::join(left_out_, ", "));
  return text;
}

void FileSummary::add(Source const& source) {
  ++sources_;
  bool const is_document = source.kind == SourceKind::document;
  (is_document ? paragraphs_ : turns_) += source.utterances.size();
  for (auto const& utterance : source.utterances) {
    words_ += text::split_words(utterance.text).size();
    if (is_document) continue;
    auto const& name = name_of(source, utterance.speaker);
    (names_somebody(name) ? people_ : labels_).insert(name);
  }
  auto const& by = source.author.empty() ? source.issuer : source.author;
  if (is_document && !by.empty()) people_.insert(by);
  if (source.date.empty()) ++undated_;
  if (!source.date.empty()) dates_.insert(source.date);
}

std::string FileSummary::text() const {
  constexpr std::size_t most_shown = 4;
  if (sources_ == 0) return {};
  std::string text;
  auto const add = [&](std::string const& part) { text += (text.empty() ? "" : ", ") + part; };
  if (sources_ > 1) add(counted(sources_, "source"));
  if (turns_ > 0) add(counted(turns_, "turn"));
  if (paragraphs_ > 0) add(counted(paragraphs_, "paragraph"));
  add(counted(words_, "word"));
  std::vector<std::string> const people(people_.begin(), people_.end());
  auto const shown = std::span(people).first(std::min(people.size(), most_shown));
  if (!people.empty()) text += fmt::format("; {}: {}", turns_ > 0 ? "speakers" : "by", fmt::join(shown, ", "));
  if (people.size() > most_shown) text += fmt::format(" and {} more", people.size() - most_shown);
  if (!labels_.empty()) text += fmt::format("; {} named nobody", counted(labels_.size(), "label"));
  if (!dates_.empty()) text += "; " + *dates_.begin() + (dates_.size() > 1 ? " to " + *dates_.rbegin() : "");
  if (undated_ > 0)
    text += undated_ == sources_ ? "; no date: say --date" : fmt::format("; {} without a date", undated_);
  return text;
}

}  // namespace quoth::tools
