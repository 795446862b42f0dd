// SPDX-License-Identifier: MIT
#include "alignment_matrix.hpp"

#include <algorithm>

namespace quoth {

namespace {
constexpr std::int32_t unreachable = 1'000'000'000;
}

AlignmentMatrix::AlignmentMatrix(QuotedWords const& quotation, Passage const& passage, ForeignTurns const& foreign)
    : quotation_(quotation), passage_(passage), foreign_(foreign) {}

void AlignmentMatrix::align(AlignmentRange const& range, Alignment& alignment) {
  range_ = range;
  rows_ = range.quote_last - range.quote_first + 1;
  columns_ = range.source_last - range.source_first + 1;
  cost_.assign(rows_ * columns_, unreachable);
  gap_.assign(rows_ * columns_, unreachable);
  fill();
  trace(alignment);
}

void AlignmentMatrix::fill() {
  fill_first_row();
  for (std::size_t i = 1; i < rows_; ++i) {
    read_word(i);
    if (i + 1 < rows_ || range_.to_end) move_on(i);
  }
}

void AlignmentMatrix::fill_first_row() {
  if (range_.from_start) {
    cost(0, 0) = 0;
    move_on(0);
  } else {
    std::fill_n(cost_.begin(), columns_, 0);
  }
}

// Row i from row i - 1: the word is paired with one of the passage, or stands for none.
void AlignmentMatrix::read_word(std::size_t i) {
  auto const insertion = insertion_cost(i - 1);
  for (std::size_t j = 0; j < columns_; ++j) {
    auto best = cost(i - 1, j) + insertion;
    if (j > 0) best = std::min(best, cost(i - 1, j - 1) + pair_cost(i - 1, j - 1));
    cost(i, j) = best;
  }
}

// Within row i: words of the passage are passed over.
void AlignmentMatrix::move_on(std::size_t i) {
  auto const bracket = in_bracket(i);
  auto const open = bracket ? 0 : costs_.open_gap;
  auto const extend = bracket ? costs_.bracket_gap : costs_.extend_gap;
  auto const jump = jump_cost(i);
  auto cheapest = cost(i, 0);
  for (std::size_t j = 1; j < columns_; ++j) {
    auto& here = cost(i, j);
    auto const& passed = spoken(j - 1);
    if (passed.is(Token::dispensable)) here = std::min(here, cost(i, j - 1) + costs_.dispensable_gap);
    if (passed.is(Token::optional)) {
      gap(i, j) = gap(i, j - 1);
      here = std::min(here, cost(i, j - 1));
    } else {
      gap(i, j) = std::min(cost(i, j - 1) + open, gap(i, j - 1)) + extend;
    }
    if (auto const from = resumes_from(j); from >= 0)
      here = std::min(here, cost(i, static_cast<std::size_t>(from)) + costs_.interruption);
    here = std::min({here, gap(i, j), cheapest + jump});
    cheapest = std::min(cheapest, here);
  }
  auto const back = cheapest + jump + costs_.jump_back;
  for (std::size_t j = 0; j < columns_; ++j) cost(i, j) = std::min(cost(i, j), back);
}

std::int32_t AlignmentMatrix::pair_cost(std::size_t i, std::size_t j) const {
  auto const& word = quoted(i);
  auto const& other = spoken(j);
  if (same_word(word, other)) {
    auto const foreign = !foreign_.empty() && foreign_[other.part];
    return (foreign ? costs_.other_speaker : 0) + (same_form(word, other) ? 0 : costs_.contract);
  }
  if (word.is(Token::bracketed)) return costs_.replace_by_bracket;
  return costs_.substitute + (at_edge(i) ? costs_.at_edge : 0);
}

std::int32_t AlignmentMatrix::insertion_cost(std::size_t i) const {
  auto const& word = quoted(i);
  if (word.is(Token::optional)) return 0;
  if (word.is(Token::bracketed)) return costs_.insert_bracket;
  return costs_.insert + (at_edge(i) ? costs_.at_edge : 0);
}

bool AlignmentMatrix::at_edge(std::size_t i) const {
  auto const word = range_.quote_first + i;
  return word == 0 || word + 1 == quotation_.tokens().size();
}

std::int32_t AlignmentMatrix::jump_cost(std::size_t i) const {
  auto const next = range_.quote_first + i;
  if (next >= quotation_.tokens().size()) return costs_.jump;
  switch (quotation_.join_before(next)) {
    case Join::ellipsis:
      return costs_.jump_at_ellipsis;
    case Join::tag:
      return costs_.jump_at_tag;
    case Join::sentence:
      return costs_.jump_at_sentence;
    case Join::none:
      break;
  }
  return costs_.jump;
}

bool AlignmentMatrix::in_bracket(std::size_t i) const {
  auto const next = range_.quote_first + i;
  auto const& tokens = quotation_.tokens();
  return (next < tokens.size() && tokens[next].is(Token::bracketed)) ||
         (next > 0 && tokens[next - 1].is(Token::bracketed));
}

std::int64_t AlignmentMatrix::resumes_from(std::size_t j) const {
  auto const token = range_.source_first + j;
  if (token >= passage_.tokens().size() || !passage_.starts_turn(token)) return -1;
  auto const from = passage_.resumes_from(token);
  if (from == 0 || from < range_.source_first) return -1;
  return static_cast<std::int64_t>(from - range_.source_first);
}

void AlignmentMatrix::trace(Alignment& alignment) {
  auto i = rows_ - 1;
  auto j = columns_ - 1;
  if (!range_.to_end) {
    auto const last_row = cost_.begin() + static_cast<std::ptrdiff_t>(i * columns_);
    j = static_cast<std::size_t>(std::min_element(last_row, cost_.end()) - last_row);
  }
  alignment.cost += cost(i, j);
  while (i > 0) {
    if (j > 0 && cost(i, j) == cost(i - 1, j - 1) + pair_cost(i - 1, j - 1)) {
      --i;
      --j;
      alignment.source_of[range_.quote_first + i] = static_cast<std::int32_t>(range_.source_first + j);
    } else if (cost(i, j) == cost(i - 1, j) + insertion_cost(i - 1)) {
      --i;
    } else {
      j = step_back(i, j);
    }
  }
}

// The column that row i's column j was reached from.
std::size_t AlignmentMatrix::step_back(std::size_t i, std::size_t j) {
  auto const here = cost(i, j);
  if (j > 0 && spoken(j - 1).is(Token::optional) && here == cost(i, j - 1)) return j - 1;
  if (auto const from = resumes_from(j); from >= 0) {
    auto const column = static_cast<std::size_t>(from);
    if (here == cost(i, column) + costs_.interruption) return column;
  }
  if (j > 0 && spoken(j - 1).is(Token::dispensable) && here == cost(i, j - 1) + costs_.dispensable_gap) return j - 1;
  if (j > 0 && here == gap(i, j)) {
    auto const extend = in_bracket(i) ? costs_.bracket_gap : costs_.extend_gap;
    while (j > 1 && (spoken(j - 1).is(Token::optional) || gap(i, j) == gap(i, j - 1) + extend)) --j;
    return j - 1;
  }
  auto const jump = jump_cost(i);
  for (auto column = j; column-- > 0;) {
    if (here == cost(i, column) + jump) return column;
  }
  for (std::size_t column = 0; column < columns_; ++column) {
    if (here == cost(i, column) + jump + costs_.jump_back) return column;
  }
  return j;
}

}  // namespace quoth
