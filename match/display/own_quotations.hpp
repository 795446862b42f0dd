// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
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

// Quotations of an article by their indexes, those of one speech together; rising.
using Speeches = std::vector<std::vector<std::size_t>>;

// The quotations in an article's running text, each a speech of its own.
Speeches speeches_in_text(Document const& document, std::vector<Quotation> const& quotations);

// Quotations of an article as sources of others: an inverted index of their words. Each speech is a source, whose
// number is the index of its first quotation plus 1; a quotation is a turn of that index. Must not outlive the first
// two arguments.
class OwnQuotations {
 public:
  // `longest`: how many bytes of a quotation are read, or a little more.
  OwnQuotations(Document const& document, std::vector<Quotation> const& quotations, Speeches speeches,
                std::size_t longest = 8'192);

  bool empty() const { return texts_.empty(); }
  // Finds the quotations that share most words with the query's, as a store would.
  CandidateSource source() const;
  // The quotation of that index as somebody's turn.
  Turn turn(std::size_t index) const;
  // The quotation of that index as a source of its own, and the speech that it is in.
  Candidate alone(std::size_t index) const { return candidate_of({index}); }
  Candidate speech_with(std::size_t index) const;

 private:
  std::vector<Candidate> candidates(Query const& query) const;
  Candidate candidate_of(std::vector<std::size_t> const& speech) const;
  std::string words_of(Quotation const& quotation) const;

  Document const& document_;
  std::vector<Quotation> const& quotations_;
  std::size_t longest_;
  std::unordered_map<std::size_t, std::string> texts_;  // by index of the quotation
  Speeches speeches_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> posting_lists_;  // of speeches, by the key of a word
};

}  // namespace quoth::match
