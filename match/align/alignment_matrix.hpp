// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "match/align/alignment.hpp"

namespace quoth {

// A stretch of the quotation against a stretch of the passage.
struct AlignmentRange {
  std::size_t quote_first = 0;
  std::size_t quote_last = 0;
  std::size_t source_first = 0;
  std::size_t source_last = 0;
  bool from_start = false;  // words of the passage before the first pair count as left out
  bool to_end = false;      // and those after the last

  std::size_t cells() const { return (quote_last - quote_first + 1) * (source_last - source_first + 1); }
};

// Dynamic programming over one range: row i, column j holds the cheapest way to have read i words of the quotation and
// to stand before word j of the passage.
class AlignmentMatrix {
 public:
  AlignmentMatrix(QuotedWords const& quotation, Passage const& passage, ForeignTurns const& foreign);

  // Writes the pairs into `alignment.source_of` and adds to its cost. False, and nothing written, where that is more
  // than `most_cost`: the tighter the limit, the fewer cells are filled.
  bool align(AlignmentRange const& range, Alignment& alignment, std::int32_t most_cost = Alignment::no_limit);

 private:
  // What the inner loops need of a word of the passage.
  struct Column {
    bool optional = false;
    bool dispensable = false;
    bool points = false;             // a pronoun; known only where the quotation has brackets
    std::int32_t resumes_from = -1;  // the column where an interrupted turn was cut off that resumes here
  };

  // The columns of a row outside of which every cell costs more than the limit. No move costs less than nothing, so
  // nothing within the limit is reached from a cell beyond it.
  struct Alive {
    std::size_t first = 0;
    std::size_t last = 0;

    bool empty() const { return first >= last; }
  };

  // Passing over words of the passage, within a row.
  struct Move {
    std::size_t along(std::size_t j, std::size_t last);
    void stop(std::size_t j, std::vector<Column> const& columns, AlignmentCosts const& costs);

    std::int32_t open = 0;
    std::int32_t extend = 0;
    std::int32_t jump = 0;
    std::int32_t by_jump = 0;  // what it costs to jump to the next column
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
  AlignmentCosts costs_;
  AlignmentRange range_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<Column> column_;
  std::vector<std::uint32_t> id_;           // for each word of the passage, enough of its id to tell it from others
  std::vector<std::int32_t> same_cost_[2];  // what pairing it with itself costs; contracted forms are the second
  std::vector<std::size_t> clitics_;        // the words that can stand for several
  std::vector<std::int32_t> least_;         // what the words of the quotation from each on cost at least
  std::vector<std::size_t> stops_;          // the columns that are not reached like most others
  std::size_t past_resumes_ = 0;            // behind the last column where an interrupted turn resumes
  bool has_brackets_ = false;
  std::unique_ptr<std::int32_t[]> cost_;
  std::unique_ptr<std::int32_t[]> gap_;
  std::size_t cells_ = 0;
};

}  // namespace quoth
