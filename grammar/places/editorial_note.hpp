// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/tokens/prose_token.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// An editorial parenthesis: the tokens [first, last) with their brackets, "(emphasis added)".
struct EditorialParenthesis {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<EditorialNote> notes;  // at least one, each once
  bool is_pure = false;              // nothing else stands in the brackets
};

// The editorial parentheses of an outer text, in order. Linear in the number of tokens.
std::vector<EditorialParenthesis> find_editorial_parentheses(Tokens const& tokens);

// Takes the editorial parentheses, and those that hold nothing but a place ("(p. 12)"), out of an outer text: they
// speak about the quotation before them, and name nobody.
void drop_remarks(std::u32string_view text, Tokens& tokens);

}  // namespace quoth::grammar
