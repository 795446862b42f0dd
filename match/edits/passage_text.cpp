// SPDX-License-Identifier: MIT
#include "match/edits/passage_text.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"

namespace quoth::match {

namespace {

// In words: longer unpaired stretches are replaced by a mark.
constexpr std::size_t longest_shown_gap = 40;
constexpr std::string_view left_out_mark = "[…]";

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

}  // namespace

std::size_t end_with_mark(TokenSequence const& tokens, std::size_t i) {
  auto const& token = tokens[i];
  auto const next = tokens.text(token.part).substr(token.last, 1);
  auto const marked = !next.empty() && std::string_view(".,;:?!").find(next.front()) != std::string_view::npos;
  return token.last + (marked ? 1 : 0);
}

PassageText::PassageText(Passage const& passage, Alignment const& alignment)
    : tokens_(passage.tokens()), used_(used_stretch(alignment)) {
  std::vector<bool> used(used_.size());
  for (auto source : alignment.source_of) {
    if (source != Alignment::unpaired) used[static_cast<std::size_t>(source) - used_.first] = true;
  }
  auto first = used_.first;
  for (auto i = used_.first; i < used_.last;) {
    auto next = i + 1;
    while (next < used_.last && !used[next - used_.first]) ++next;
    if (next == used_.last || next - i - 1 > longest_shown_gap) {
      add_shown({first, i + 1});
      if (next < used_.last) add_left_out({i + 1, next});
      first = next;
    }
    i = next;
  }
}

// Appends the words, with turns joined by a space, and a punctuation mark after the last one.
void PassageText::add_shown(TokenRange range) {
  for (auto first = range.first; first < range.last;) {
    auto end = first + 1;
    while (end < range.last && tokens_[end].part == tokens_[first].part) ++end;
    if (!text_.empty()) text_ += ' ';
    pieces_.push_back({{first, end}, narrow(text_.size())});
    text_ +=
        tokens_.text(tokens_[first].part).substr(tokens_[first].first, tokens_[end - 1].last - tokens_[first].first);
    first = end;
  }
  auto const& last = tokens_[range.last - 1];
  text_ += tokens_.text(last.part).substr(last.last, end_with_mark(tokens_, range.last - 1) - last.last);
}

void PassageText::add_left_out(TokenRange range) {
  text_ += ' ';
  pieces_.push_back({range, narrow(text_.size()), true});
  text_ += left_out_mark;
}

ByteSpan PassageText::span_of(TokenRange range) const {
  auto const end = narrow(text_.size());
  if (range.first < used_.first) return {0, 0};
  if (range.first >= used_.last) return {end, end};
  auto const first = place_of(range.first).first;
  return {first, range.empty() ? first : std::max(first, place_of(std::min(range.last, used_.last) - 1).last)};
}

ByteSpan PassageText::place_of(std::size_t token) const {
  auto const piece =
      std::prev(std::ranges::upper_bound(pieces_, token, {}, [](Piece const& one) { return one.tokens.first; }));
  if (piece->left_out) return {piece->at, piece->at + narrow(left_out_mark.size())};
  auto const origin = tokens_[piece->tokens.first].first;
  return {piece->at + tokens_[token].first - origin, piece->at + tokens_[token].last - origin};
}

}  // namespace quoth::match
