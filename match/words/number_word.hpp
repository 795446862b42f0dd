// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <unordered_map>

namespace quoth::match {

enum class NumberKind { unit, teen, tens, hundred, scale, ordinal_unit, ordinal_tens, fraction, decade };

// An English number word. `ordinal_tens` are "twentieth" to "ninetieth", "hundredth" and greater; the value of a
// fraction is its denominator.
struct NumberWord {
  NumberKind kind;
  double value;
};

std::unordered_map<std::string_view, NumberWord> const& number_words();
// Null for other words.
NumberWord const* number_word(std::string_view key);

}  // namespace quoth::match
