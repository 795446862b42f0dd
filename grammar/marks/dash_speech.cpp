// SPDX-License-Identifier: MIT
#include "grammar/marks/dash_speech.hpp"

#include <algorithm>
#include <utility>

#include "grammar/marks/marks.hpp"
#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;

class DashReader {
 public:
  DashReader(std::u32string_view text, Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans)
      : text_(text), tokens_(tokens), marked_spans_(marked_spans) {}

  std::vector<MarkedSpan> read() {
    for (std::uint32_t first = 0; first < tokens_.size(); first = end_of_paragraph(first) + 1) {
      if (!is_dash(first) || tokens_[first + 1].is(TokenKind::mark)) continue;
      while (next_span_ < marked_spans_.size() && marked_spans_[next_span_].open < first) ++next_span_;
      read_paragraph(first, end_of_paragraph(first));
    }
    if (tagged_.empty()) return {};
    tagged_.insert(tagged_.end(), untagged_.begin(), untagged_.end());
    return std::move(tagged_);
  }

 private:
  std::uint32_t end_of_paragraph(std::uint32_t i) const {
    while (i < tokens_.size() && !tokens_[i].is(TokenKind::paragraph_end)) ++i;
    return i;
  }

  // Not a hyphen: lists begin with those.
  bool is_dash(std::uint32_t i) const {
    return tokens_[i].is(TokenKind::dash) && tokens_[i].last == tokens_[i].first + 1 && text_[tokens_[i].first] != U'-';
  }

  // "dijo", "a déclaré"
  bool is_verb_of_tag(std::uint32_t i) const {
    while (tokens_[i].has(auxiliary)) ++i;
    return tokens_[i].has(speech);
  }

  bool opens_tag(std::uint32_t dash) const {
    auto const& next = tokens_[dash + 1];
    return is_dash(dash) && tokens_[dash].spaced && next.is_word() && !next.capital &&
           (!next.spaced || is_verb_of_tag(dash + 1));
  }

  // The token behind the marked span that opens at `i`, else the next one.
  std::uint32_t behind(std::uint32_t i) {
    while (next_span_ < marked_spans_.size() && marked_spans_[next_span_].open < i) ++next_span_;
    if (next_span_ == marked_spans_.size() || marked_spans_[next_span_].open != i) return i + 1;
    return std::max(i + 1, marked_spans_[next_span_].close);
  }

  void read_paragraph(std::uint32_t open, std::uint32_t end) {
    std::vector<MarkedSpan> stretches;
    bool tagged = false;
    for (auto i = open + 1; i <= end; i = behind(i)) {
      bool const at_comma = tokens_[i].is(TokenKind::comma) && is_verb_of_tag(i + 1);
      bool const at_question =
          (tokens_[i - 1].is(TokenKind::question_mark) || tokens_[i - 1].is(TokenKind::exclamation_mark)) &&
          is_verb_of_tag(i);
      bool const at_dash = i < end && opens_tag(i);
      if (i < end && !at_comma && !at_question && !at_dash) continue;
      MarkedSpan stretch;
      stretch.open = open;
      stretch.close = i;
      stretch.closed = at_comma || at_dash;
      stretch.dash = true;
      if (i > open + 1) stretches.push_back(stretch);
      if (i == end || stretches.empty()) break;
      tagged = true;
      if (!at_dash) break;
      auto again = i + 1;  // the dash that ends the tag
      while (again < end && !is_dash(again)) ++again;
      if (again + 2 >= end) break;
      stretches.back().carried_on = true;
      open = tokens_[again + 1].is_word() ? again : again + 1;  // "—dijo Ana Ruiz—. Lo cruzo"
      i = open;
    }
    if (!tagged && !tokens_[end - 1].ends_sentence()) return;
    auto& list = tagged ? tagged_ : untagged_;
    list.insert(list.end(), stretches.begin(), stretches.end());
  }

  std::u32string_view text_;
  Tokens const& tokens_;
  std::vector<MarkedSpan> const& marked_spans_;
  std::size_t next_span_ = 0;
  std::vector<MarkedSpan> tagged_;
  std::vector<MarkedSpan> untagged_;
};

}  // namespace

void add_dash_speech(std::u32string_view text, Tokens const& tokens, std::vector<MarkedSpan>& marked_spans) {
  auto const speech = DashReader(text, tokens, marked_spans).read();
  if (speech.empty()) return;
  std::vector<std::pair<MarkedSpan, int>> all;  // with the old index
  all.reserve(speech.size() + marked_spans.size());
  for (auto const& stretch : speech) all.emplace_back(stretch, -1);
  for (std::size_t i = 0; i < marked_spans.size(); ++i) all.emplace_back(marked_spans[i], static_cast<int>(i));
  std::ranges::sort(all, {}, [](auto const& entry) { return entry.first.open; });
  std::vector<int> place(marked_spans.size());  // by old index
  int outer = -1;                               // the stretch that opened last
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto& [span, old] = all[i];
    if (old < 0) {
      outer = static_cast<int>(i);
      continue;
    }
    place[static_cast<std::size_t>(old)] = static_cast<int>(i);
    if (span.parent >= 0) {
      span.parent = place[static_cast<std::size_t>(span.parent)];
    } else if (outer >= 0 && span.open < all[static_cast<std::size_t>(outer)].first.close) {
      span.parent = outer;
    }
  }
  marked_spans.clear();
  for (auto const& [span, old] : all) marked_spans.push_back(span);
}

}  // namespace quoth::grammar
