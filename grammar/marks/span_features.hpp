// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/tokens/word_key.hpp"
#include "quoth/document.hpp"

namespace quoth::grammar {

struct MarkedSpan;
struct Token;
using Tokens = std::vector<Token>;

enum class Ending : std::uint8_t { none, comma, full_stop, question, dash };

// Features of a marked span, from its own words.
struct SpanFeatures {
  std::uint16_t words = 0;
  std::uint16_t capitals = 0;   // capitalised words after the first
  std::uint16_t functions = 0;  // words of the closed classes
  bool starts_capital = false;
  bool starts_lower = false;
  bool has_finite_verb = false;  // an auxiliary, modal or known verb
  bool has_first_person = false;
  bool has_second_person = false;
  bool has_sentence_end = false;  // before its end
  bool has_comma = false;
  bool in_brackets = false;  // "(applause)": nothing else between the marks
  bool is_handle = false;    // starts with "@" or "#"
  bool display = false;      // in a headline, a deck or a pull quote
  bool block = false;        // a paragraph of a block quotation
  bool goes_on = false;      // of such a paragraph: one of the same quotation is before it
  bool is_unnamed = false;   // of such a paragraph: labelled "Q: " or "A: "
  Ending ending = Ending::none;
  Span label;  // "OKAFOR" if it starts with "OKAFOR:", as transcripts do
  WordKey label_key = 0;
  WordKey first_key = 0;                                                              // of its first word
  std::uint32_t words_start = 0;                                                      // after the mark and the label
  bool has_sure_label() const { return !label.empty() && words_start > label.last; }  // in capitals, or a known name
};

std::vector<SpanFeatures> features_of_spans(Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans);

}  // namespace quoth::grammar
