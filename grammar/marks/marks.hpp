// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quoth::grammar {

struct Token;
using Tokens = std::vector<Token>;

// A marked span: the text between an opening quotation mark and its end, within one paragraph.
struct MarkedSpan {
  std::uint32_t open = 0;   // token of the opening mark
  std::uint32_t close = 0;  // token of the closing mark, or the first token after an unclosed marked span
  int parent = -1;          // the marked span this one is nested in
  bool closed = true;
  bool comma_outside = false;  // “A”, he said: read as “A,” he said
  bool dash = false;           // a dash opens it, and no mark closes it; see dash_speech.hpp
  bool carried_on = false;     // the next paragraph continues it, with an opening mark of its own
  bool block = false;          // a block quotation
};

// Quotation marks nest at most this deep; deeper ones are ignored.
constexpr std::size_t deepest_nesting = 64;

// Pairs the quotation marks and returns the spans in the order of their opening marks. Sets what each mark in `tokens`
// knows of the marks after it (`closers_ahead`, `surer_ahead`, `carried`).
std::vector<MarkedSpan> pair_marks(Tokens& tokens);

}  // namespace quoth::grammar
