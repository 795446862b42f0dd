// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

#include "quoth/edit_class.hpp"

namespace quoth::match {

// The tuned numbers of the check of headlines, decks, pull quotes and captions. All were chosen by hand.
struct DisplayTuning {
  // Fewer words are a term or a slogan.
  static constexpr std::size_t fewest_words = 3;
  static constexpr std::size_t fewest_to_accuse = 4;
  // The share of the words that may differ from the article's own: with more they are other words. Where the meaning is
  // kept, people say nearly the same twice.
  static constexpr double most_changed = 0.4;
  static constexpr double most_reworded = 0.25;
  // The confidence of the attribution of the article's own quotation that a headline contradicts.
  static constexpr double least_confidence = 0.85;
  // What a headline may do to shorten.
  static constexpr std::array shortening{EditClass::omission,    EditClass::aside,           EditClass::function_word,
                                         EditClass::false_start, EditClass::self_correction, EditClass::filler,
                                         EditClass::stammer,     EditClass::ellipsis,        EditClass::tag_gap};
};

}  // namespace quoth::match
