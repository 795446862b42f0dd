// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/words/token.hpp"

namespace quoth::match {

// A range of the quotation to be aligned with a range of the passage, both as [first, last).
struct AlignmentRange {
  std::size_t quote_first = 0;
  std::size_t quote_last = 0;
  std::size_t source_first = 0;
  std::size_t source_last = 0;
  bool from_start = false;  // whether words of the passage before the first pair cost as skipped
  bool to_end = false;      // and those after the last pair

  std::size_t cells() const { return (quote_last - quote_first + 1) * (source_last - source_first + 1); }
};

// Dynamic programming over one range (Sellers' matching with Gotoh's affine gaps): row i, column j holds the least cost
// of having read i words of the quotation and being before word j of the passage. Unlike EditDistance in db/search,
// which ranks passages by a rough cost, it yields the pairs and knows brackets, fillers, speakers and contractions.
//
// SIMD: `read_word` computes several columns at once. Its scalar definition is `pair_cost` and `insertion_cost`, by
// which `trace` recovers the pairs; tests/match/align/alignment_test.cpp covers it. Keeps its memory from call to call;
// use one per thread.
class AlignmentMatrix {
 public:
  AlignmentMatrix(QuotedWords const& quotation, Passage const& passage, ForeignTurns const& foreign);

  // Writes the pairs into `alignment.source_of` and adds the cost to `alignment.cost`. Returns false, and writes
  // nothing, where the cost is more than `most_cost`; the lower the limit, the fewer cells are filled.
  bool align(AlignmentRange const& range, Alignment& alignment, std::int32_t most_cost = Alignment::no_limit);

 private:
  // The properties of a word of the passage that the inner loops need.
  struct Column {
    bool optional = false;
    bool dispensable = false;
    bool points = false;             // a pronoun; only set if the quotation has brackets
    std::int32_t resumes_from = -1;  // the column where the turn that resumes here was interrupted, or -1
  };

  // The columns [first, last) of a row whose cost may be within the limit. Costs never fall along a path, so a cell
  // that exceeds the limit leads to none within it.
  struct Alive {
    std::size_t first = 0;
    std::size_t last = 0;

    bool empty() const { return first >= last; }
  };

  // Skips words of the passage within a row.
  struct Move {
    std::size_t along(std::size_t j, std::size_t last);
    void stop(std::size_t j, std::vector<Column> const& columns);

    std::int32_t open = 0;
    std::int32_t extend = 0;
    std::int32_t jump = 0;
    std::int32_t by_jump = 0;  // the least cost of jumping to the next column
    std::int32_t* row = nullptr;
    std::int32_t* gap = nullptr;
  };

  std::int32_t const* costs(std::size_t i) const { return cost_.get() + i * columns_; }
  std::int32_t* costs(std::size_t i) { return cost_.get() + i * columns_; }
  std::int32_t* gaps(std::size_t i) { return gap_.get() + i * columns_; }
  WordToken const& quoted(std::size_t i) const { return quotation_.tokens()[range_.quote_first + i]; }
  WordToken const& spoken(std::size_t j) const { return passage_.tokens()[range_.source_first + j]; }

  void prepare();
  std::int32_t begin_turn(std::size_t j);
  void find_least_costs();
  bool fill(std::int32_t most_cost);
  Alive read_word(std::size_t i, Alive above);
  Alive move_on(std::size_t i, Alive alive, std::int32_t limit);
  Alive narrowed(std::size_t i, Alive alive, std::int32_t limit);
  std::size_t best_end() const;
  std::int32_t pair_cost(std::size_t i, std::size_t j) const;
  std::int32_t unlike_cost(std::size_t i) const;
  std::int32_t insertion_cost(std::size_t i) const;
  std::int32_t jump_cost(std::size_t i) const;
  bool at_edge(std::size_t i) const;
  bool in_bracket(std::size_t i) const;
  void trace(Alignment& alignment);
  std::size_t step_back(std::size_t i, std::size_t j);

  QuotedWords const& quotation_;
  Passage const& passage_;
  ForeignTurns const& foreign_;
  AlignmentRange range_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<Column> column_;
  std::vector<std::uint32_t> id_;           // for each word of the passage, the low 32 bits of its id
  std::vector<std::int32_t> same_cost_[2];  // cost of pairing it with the same word: plain, contracted
  std::vector<std::size_t> clitics_;        // columns of the clitics, which can stand for several words
  std::vector<std::int32_t> least_;         // lower bound on the cost of the quotation from each word on
  std::vector<std::size_t> stops_;          // columns with moves of their own (optional words, fillers, resumed turns)
  std::size_t past_resumes_ = 0;            // one past the last column where an interrupted turn resumes
  bool has_brackets_ = false;
  std::unique_ptr<std::int32_t[]> cost_;
  std::unique_ptr<std::int32_t[]> gap_;
  std::size_t cells_ = 0;
};

}  // namespace quoth::match
