// SPDX-License-Identifier: MIT
#include "match/display/own_quotations.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "match/check/join.hpp"
#include "text/words/words.hpp"

namespace quoth::match {

namespace {

// What is in more quotations tells none apart; and work stays linear.
constexpr std::size_t longest_posting_list = 64;
constexpr std::size_t most_candidates = 8;

bool is_speech(Quotation const& quotation) {
  return quotation.kind == QuotationKind::direct || quotation.kind == QuotationKind::partial;
}

BlockKind kind_at(Document const& document, std::uint32_t offset) {
  auto const& blocks = document.blocks();
  auto const after = std::ranges::upper_bound(blocks, offset, {}, [](Block const& block) { return block.span.first; });
  return after == blocks.begin() ? BlockKind::paragraph : std::prev(after)->kind;
}

}  // namespace

bool is_display(Document const& document, Quotation const& quotation) {
  if (quotation.kind == QuotationKind::headline) return true;
  switch (kind_at(document, quotation.segments.front().first)) {
    case BlockKind::heading:
    case BlockKind::deck:
    case BlockKind::pull_quote:
    case BlockKind::caption:
      return is_speech(quotation);
    case BlockKind::paragraph:
    case BlockKind::list_item:
    case BlockKind::block_quote:
      break;
  }
  return false;
}

Speeches speeches_in_text(Document const& document, std::vector<Quotation> const& quotations) {
  Speeches speeches;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    if (is_speech(quotations[i]) && quotations[i].inside == 0 && !is_display(document, quotations[i]))
      speeches.push_back({i});
  }
  return speeches;
}

OwnQuotations::OwnQuotations(Document const& document, std::vector<Quotation> const& quotations, Speeches speeches,
                             std::size_t longest)
    : document_(document), quotations_(quotations), longest_(longest), speeches_(std::move(speeches)) {
  text::WordList words;
  for (std::uint32_t number = 0; number < speeches_.size(); ++number) {
    for (auto const i : speeches_[number]) {
      auto const& text = texts_.emplace(i, words_of(quotations[i])).first->second;
      text::split_words(text, words);
      for (std::size_t w = 0; w < words.size(); ++w) {
        auto& list = posting_lists_[std::string(words.key(w))];
        if (list.size() <= longest_posting_list && (list.empty() || list.back() != number)) list.push_back(number);
      }
    }
  }
}

// The comma before a tag that ends a sentence stands for a full stop.
std::string OwnQuotations::words_of(Quotation const& quotation) const {
  std::string words;
  std::string before;
  std::uint32_t behind = 0;
  for (auto const segment : quotation.segments) {
    if (words.size() > longest_) break;
    auto text = document_.utf8(segment);
    bool const is_next = !words.empty();
    if (is_next && words.ends_with(',') &&
        join_place(before, document_.utf8({behind, segment.first}), text) == JoinPlace::sentence)
      words.back() = '.';
    words += (is_next ? " " : "") + text;
    before = std::move(text);
    behind = segment.last;
  }
  return words;
}

CandidateSource OwnQuotations::source() const {
  CandidateSource source;
  source.candidates = [this](Query const& query) { return candidates(query); };
  source.coverage = [](std::string_view) { return Coverage(); };
  return source;
}

std::vector<Candidate> OwnQuotations::candidates(Query const& query) const {
  text::WordList words;
  text::split_words(query.words, words);
  std::map<std::uint32_t, std::size_t> shared;  // how many words, by speech
  for (std::size_t w = 0; w < words.size(); ++w) {
    auto const list = posting_lists_.find(std::string(words.key(w)));
    if (list == posting_lists_.end() || list->second.size() > longest_posting_list) continue;
    for (auto const number : list->second) ++shared[number];
  }
  std::vector<std::pair<std::size_t, std::uint32_t>> ranked;
  ranked.reserve(shared.size());
  for (auto const& [number, count] : shared) ranked.emplace_back(count, number);
  std::ranges::sort(ranked, [](auto const& a, auto const& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (ranked.size() > most_candidates) ranked.resize(most_candidates);
  std::vector<Candidate> found;
  found.reserve(ranked.size());
  for (auto const& [count, number] : ranked) found.push_back(candidate_of(speeches_[number]));
  return found;
}

Candidate OwnQuotations::speech_with(std::size_t index) const {
  auto const behind = std::ranges::upper_bound(speeches_, index, {}, [](auto const& speech) { return speech.front(); });
  return candidate_of(*std::prev(behind));
}

Candidate OwnQuotations::candidate_of(std::vector<std::size_t> const& speech) const {
  Candidate candidate;
  candidate.source.number = static_cast<std::int64_t>(speech.front()) + 1;
  candidate.source.id = document_.id();
  candidate.source.title = document_.title;
  candidate.source.date = document_.date;
  candidate.source.url = document_.url;
  candidate.source.made = Made::written;
  candidate.score = 1;
  candidate.has_speaker = true;
  auto& turns = candidate.windows.emplace_back().turns;
  for (auto const index : speech) turns.push_back(turn(index));
  return candidate;
}

Turn OwnQuotations::turn(std::size_t index) const {
  auto const& quotation = quotations_[index];
  Turn turn;
  turn.utterance = static_cast<std::uint32_t>(index);
  turn.text = texts_.at(index);
  if (quotation.attribution) {
    turn.speaker = turn.label = quotation.attribution->speaker;
    turn.aliases = quotation.attribution->aliases;
  }
  auto const position = document_.locate(quotation);
  if (document_.unit == PositionUnit::page) {
    turn.printed.push_back({0, std::to_string(position.line), 0});
  } else if (document_.unit == PositionUnit::line) {
    turn.printed.push_back({0, {}, position.line});
  }
  return turn;
}

}  // namespace quoth::match
