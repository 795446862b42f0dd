// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/check/check.hpp"
#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// Whether the quotation stands where an article repeats its own words for display: in a headline, a deck, a pull quote
// or a caption.
bool is_display(Document const& document, Quotation const& quotation);

// The quotations in an article's running text as sources of those that it displays: an inverted index of their words.
// The number of such a source is the quotation's index plus 1. Must not outlive its arguments.
class OwnQuotations {
 public:
  OwnQuotations(Document const& document, std::vector<Quotation> const& quotations);

  bool empty() const { return texts_.empty(); }
  // Finds the quotations that share most words with the query's, as a store would.
  CandidateSource source() const;
  // The quotation of that index as somebody's turn.
  Turn turn(std::size_t index) const;

 private:
  std::vector<Candidate> candidates(Query const& query) const;
  Candidate candidate(std::size_t index) const;
  std::string words_of(Quotation const& quotation) const;

  Document const& document_;
  std::vector<Quotation> const& quotations_;
  std::unordered_map<std::size_t, std::string> texts_;                         // by index of the quotation
  std::unordered_map<std::string, std::vector<std::uint32_t>> posting_lists_;  // of quotations, by the key of a word
};

}  // namespace quoth::match
