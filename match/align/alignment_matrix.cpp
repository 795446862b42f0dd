// SPDX-License-Identifier: MIT
#include "match/align/alignment_matrix.hpp"

#include <algorithm>

#include "match/align/align_tuning.hpp"
#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/words/lexicon.hpp"
#include "text/bytes/simd.hpp"

namespace quoth::match {

namespace {

using Costs = AlignmentCosts;

constexpr std::int32_t unreachable = 1'000'000'000;  // above every limit

bool is_contracted(WordToken const& token) { return token.is(WordToken::contracted) || token.is(WordToken::informal); }

}  // namespace

AlignmentMatrix::AlignmentMatrix(QuotedWords const& quotation, Passage const& passage, ForeignTurns const& foreign)
    : quotation_(quotation), passage_(passage), foreign_(foreign) {
  has_brackets_ = std::ranges::any_of(quotation.tokens().tokens(),
                                      [](WordToken const& token) { return token.is(WordToken::bracketed); });
}

bool AlignmentMatrix::align(AlignmentRange const& range, Alignment& alignment, std::int32_t most_cost) {
  range_ = range;
  rows_ = range.quote_last - range.quote_first + 1;
  columns_ = range.source_last - range.source_first + 1;
  prepare();
  find_least_costs();
  if (least_[0] > most_cost) return false;
  auto const usual = std::min(least_[0] + AlignmentTuning::usual_slack, most_cost);
  if (!fill(usual) && (usual == most_cost || !fill(most_cost))) return false;
  trace(alignment);
  return true;
}

void AlignmentMatrix::prepare() {
  // Vectors also read and write beyond the last column.
  constexpr auto spare = text::lane_count<std::int32_t>;
  if (rows_ * columns_ > cells_) {
    cells_ = rows_ * columns_;
    cost_ = std::make_unique_for_overwrite<std::int32_t[]>(cells_ + spare);
    gap_ = std::make_unique_for_overwrite<std::int32_t[]>(cells_);
  }
  column_.assign(columns_, {});
  id_.resize(columns_ + spare);
  same_cost_[0].resize(columns_ + spare);
  same_cost_[1].resize(columns_ + spare);
  clitics_.clear();
  stops_.clear();
  past_resumes_ = 0;
  std::int32_t foreign = 0;
  for (std::size_t j = 0; j + 1 < columns_; ++j) {
    auto const& word = spoken(j);
    auto const token = range_.source_first + j;
    if (j == 0 || passage_.starts_turn(token)) foreign = begin_turn(j);
    id_[j] = static_cast<std::uint32_t>(word.id);
    auto const contracted = is_contracted(word);
    same_cost_[0][j] = foreign + (contracted ? Costs::contract : 0);
    same_cost_[1][j] = foreign + (contracted ? 0 : Costs::contract);
    column_[j].points = has_brackets_ && is_pronoun(passage_.tokens().key(token));
    if (word.flags == 0) continue;
    column_[j].optional = word.is(WordToken::optional);
    column_[j].dispensable = word.is(WordToken::dispensable);
    if (is_clitic(word)) clitics_.push_back(j);
  }
  for (std::size_t j = 1; j < columns_; ++j) {
    auto const& passed = column_[j - 1];
    if (passed.optional || passed.dispensable || column_[j].resumes_from >= 0) stops_.push_back(j);
  }
}

// Starts the turn at column j. Returns the extra cost of each of its words if it is another speaker's.
std::int32_t AlignmentMatrix::begin_turn(std::size_t j) {
  auto const token = range_.source_first + j;
  auto const from = passage_.starts_turn(token) ? passage_.resumes_from(token) : 0;
  if (from > range_.source_first) {
    column_[j].resumes_from = static_cast<std::int32_t>(from - range_.source_first);
    past_resumes_ = j + 1;
  }
  return !foreign_.empty() && foreign_[spoken(j).part] ? Costs::other_speaker : 0;
}

// A word that the passage lacks must be replaced or inserted, wherever the others are paired.
void AlignmentMatrix::find_least_costs() {
  least_.assign(rows_, 0);
  for (auto i = rows_ - 1; i-- > 0;) {
    auto const& word = quoted(i);
    auto cost = std::min(unlike_cost(i), insertion_cost(i));
    if (word.is(WordToken::bracketed)) cost = std::min(cost, Costs::point_by_bracket);
    least_[i] = least_[i + 1] + (passage_.may_hold(word) ? 0 : cost);
  }
}

// Fills the matrix. False where no alignment costs at most `most_cost`.
bool AlignmentMatrix::fill(std::int32_t most_cost) {
  std::fill_n(costs(0), columns_, range_.from_start ? unreachable : 0);
  Alive alive{0, columns_};
  if (range_.from_start) {
    costs(0)[0] = 0;
    alive = move_on(0, {0, 1}, most_cost - least_[0]);
  }
  for (std::size_t i = 1; i < rows_; ++i) {
    auto const limit = most_cost - least_[i];
    alive = narrowed(i, read_word(i, alive), limit);
    if (alive.empty()) return false;
    if (i + 1 < rows_ || range_.to_end) alive = move_on(i, alive, limit);
  }
  return costs(rows_ - 1)[best_end()] <= most_cost;
}

AlignmentMatrix::Alive AlignmentMatrix::narrowed(std::size_t i, Alive alive, std::int32_t limit) {
  auto const* row = costs(i);
  while (!alive.empty() && row[alive.first] > limit) ++alive.first;
  while (!alive.empty() && row[alive.last - 1] > limit) --alive.last;
  return alive;
}

// Computes row i from row i - 1: the quotation's word is paired with a word of the passage or inserted. The scalar form
// of the vector loop is row[j + 1] = min(above[j] + pair_cost(i - 1, j), above[j + 1] + insertion).
AlignmentMatrix::Alive AlignmentMatrix::read_word(std::size_t i, Alive from) {
  auto const insertion = insertion_cost(i - 1);
  auto const unlike = unlike_cost(i - 1);
  auto const& word = quoted(i - 1);
  auto const id = static_cast<std::uint32_t>(word.id);
  auto const* above = costs(i - 1);
  auto* row = costs(i);
  auto const* same = same_cost_[is_contracted(word) ? 1 : 0].data();
  auto const* spoken_ids = id_.data();
  auto const last = std::min(from.last, columns_ - 1);
  std::fill_n(row, from.first, unreachable);
  row[from.first] = above[from.first] + insertion;
  auto const wanted = text::Simd<std::uint32_t>{} + id;
  auto const replaced = text::Simd<std::int32_t>{} + unlike;
  for (auto j = from.first; j < last; j += text::lane_count<std::int32_t>) {
    auto const pair =
        text::load_simd(above + j) + (text::load_simd(spoken_ids + j) == wanted ? text::load_simd(same + j) : replaced);
    text::store_simd<std::int32_t>(text::least(pair, text::load_simd(above + j + 1) + insertion), row + j + 1);
  }
  std::fill(row + last + 1, row + columns_, unreachable);
  auto const pair_with = [&](std::size_t j) { row[j + 1] = std::min(row[j + 1], above[j] + pair_cost(i - 1, j)); };
  if (is_clitic(word) || word.is(WordToken::bracketed)) {
    for (auto j = from.first; j < last; ++j) pair_with(j);
  } else {
    for (auto j : clitics_) {
      if (j >= from.first && j < last) pair_with(j);
    }
  }
  return {from.first, last + 1};
}

// Extends row i by skipping words of the passage: gaps, jumps, fillers and interruptions.
AlignmentMatrix::Alive AlignmentMatrix::move_on(std::size_t i, Alive alive, std::int32_t limit) {
  auto const bracket = in_bracket(i);
  Move move;
  move.open = bracket ? 0 : Costs::open_gap;
  move.extend = bracket ? Costs::bracket_gap : Costs::extend_gap;
  move.jump = jump_cost(i);
  move.row = costs(i);
  move.gap = gaps(i);
  move.by_jump = move.row[alive.first] + move.jump;
  std::fill_n(move.gap, alive.first + 1, unreachable);
  // Up to this column cells may be reached from the row above or by a resumed turn; later ones only from the cell
  // before.
  auto const sure = std::max(alive.last, past_resumes_);
  auto next_stop = std::ranges::upper_bound(stops_, alive.first);
  auto j = alive.first + 1;
  while (j < columns_) {
    auto const stop = next_stop == stops_.end() ? columns_ : *next_stop;
    if (j < std::min(stop, sure)) {
      j = move.along(j, std::min(stop, sure));
    } else if (j == stop) {
      move.stop(j, column_);
      ++j;
      ++next_stop;
    } else {
      j = move.along(j, j + 1);
    }
    if (j > sure && move.row[j - 1] > limit) break;
  }
  alive.last = j;
  if (j < columns_) std::fill(move.gap + j, move.gap + columns_, unreachable);
  auto const back = move.by_jump + Costs::jump_back;
  if (back > limit) return alive;
  for (j = 0; j < columns_; ++j) move.row[j] = std::min(move.row[j], back);
  return {0, columns_};
}

// Skips on up to column `last`, across columns without moves of their own. A gap or a jump need not start from a cell
// that was itself reached by one, as it could have started earlier; so no cell depends on the one just computed.
std::size_t AlignmentMatrix::Move::along(std::size_t j, std::size_t last) {
  auto passed = gap[j - 1];
  auto before = row[j - 1];
  auto jumped = by_jump;
  auto const to_pass = extend;
  auto const to_begin = open + extend;
  auto const to_jump = jump;
  auto* const costs = row;
  auto* const gaps = gap;
  for (; j < last; ++j) {
    passed = std::min(before + to_begin, passed + to_pass);
    before = costs[j];
    gaps[j] = passed;
    costs[j] = std::min(std::min(before, passed), jumped);
    jumped = std::min(jumped, before + to_jump);
  }
  by_jump = jumped;
  return j;
}

void AlignmentMatrix::Move::stop(std::size_t j, std::vector<Column> const& columns) {
  auto const& passed = columns[j - 1];
  gap[j] = passed.optional ? gap[j - 1] : std::min(row[j - 1] + open, gap[j - 1]) + extend;
  auto here = std::min(std::min(row[j], by_jump), gap[j]);
  if (passed.optional) here = std::min(here, row[j - 1]);
  if (passed.dispensable) here = std::min(here, row[j - 1] + Costs::dispensable_gap);
  if (auto const from = columns[j].resumes_from; from >= 0) here = std::min(here, row[from] + Costs::interruption);
  by_jump = std::min(by_jump, here + jump);
  row[j] = here;
}

std::int32_t AlignmentMatrix::pair_cost(std::size_t i, std::size_t j) const {
  auto const& word = quoted(i);
  auto const& other = spoken(j);
  if (static_cast<std::uint32_t>(word.id) == id_[j] || same_word(word, other))
    return same_cost_[is_contracted(word) ? 1 : 0][j];
  if (column_[j].points && word.is(WordToken::bracketed)) return Costs::point_by_bracket;
  return unlike_cost(i);
}

std::int32_t AlignmentMatrix::unlike_cost(std::size_t i) const {
  if (quoted(i).is(WordToken::bracketed)) return Costs::replace_by_bracket;
  return Costs::substitute + (at_edge(i) ? Costs::at_edge : 0);
}

std::int32_t AlignmentMatrix::insertion_cost(std::size_t i) const {
  auto const& word = quoted(i);
  if (word.is(WordToken::optional)) return 0;
  if (word.is(WordToken::bracketed)) return Costs::insert_bracket;
  return Costs::insert + (at_edge(i) ? Costs::at_edge : 0);
}

bool AlignmentMatrix::at_edge(std::size_t i) const {
  auto const word = range_.quote_first + i;
  return word == 0 || word + 1 == quotation_.tokens().size();
}

std::int32_t AlignmentMatrix::jump_cost(std::size_t i) const {
  auto const next = range_.quote_first + i;
  if (next >= quotation_.tokens().size()) return Costs::jump;
  switch (quotation_.join_before(next)) {
    case Join::ellipsis:
      return Costs::jump_at_ellipsis;
    case Join::tag:
      return Costs::jump_at_tag;
    case Join::sentence:
      return Costs::jump_at_sentence;
    case Join::none:
      break;
  }
  return Costs::jump;
}

bool AlignmentMatrix::in_bracket(std::size_t i) const {
  auto const next = range_.quote_first + i;
  auto const& tokens = quotation_.tokens();
  return (next < tokens.size() && tokens[next].is(WordToken::bracketed)) ||
         (next > 0 && tokens[next - 1].is(WordToken::bracketed));
}

void AlignmentMatrix::trace(Alignment& alignment) {
  auto i = rows_ - 1;
  auto j = best_end();
  alignment.cost += costs(i)[j];
  while (i > 0) {
    auto const here = costs(i)[j];
    if (j > 0 && here == costs(i - 1)[j - 1] + pair_cost(i - 1, j - 1)) {
      --i;
      --j;
      alignment.source_of[range_.quote_first + i] = static_cast<std::int32_t>(range_.source_first + j);
    } else if (here == costs(i - 1)[j] + insertion_cost(i - 1)) {
      --i;
    } else {
      j = step_back(i, j);
    }
  }
}

// The column in which the cheapest alignment ends.
std::size_t AlignmentMatrix::best_end() const {
  if (range_.to_end) return columns_ - 1;
  auto const* row = costs(rows_ - 1);
  return static_cast<std::size_t>(std::min_element(row, row + columns_) - row);
}

// The column of row i from which the skip to column j started.
std::size_t AlignmentMatrix::step_back(std::size_t i, std::size_t j) {
  auto const* row = costs(i);
  auto const* gap = gaps(i);
  auto const here = row[j];
  if (j > 0 && column_[j - 1].optional && here == row[j - 1]) return j - 1;
  if (auto const from = column_[j].resumes_from; from >= 0) {
    if (here == row[from] + Costs::interruption) return static_cast<std::size_t>(from);
  }
  if (j > 0 && column_[j - 1].dispensable && here == row[j - 1] + Costs::dispensable_gap) return j - 1;
  if (j > 0 && here == gap[j]) {
    auto const extend = in_bracket(i) ? Costs::bracket_gap : Costs::extend_gap;
    while (j > 1 && (column_[j - 1].optional || gap[j] == gap[j - 1] + extend)) --j;
    return j - 1;
  }
  auto const jump = jump_cost(i);
  for (auto column = j; column-- > 0;) {
    if (here == row[column] + jump) return column;
  }
  for (std::size_t column = 0; column < columns_; ++column) {
    if (here == row[column] + jump + Costs::jump_back) return column;
  }
  return j;
}

}  // namespace quoth::match
