// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "quoth/finding.hpp"

namespace quoth::match {

// What kind of difference an edit is to somebody who asks whether a recogniser made it.
enum class MachineErrorKind {
  words,              // words for others
  weak_words,         // function words, which are hardly stressed, for others: "and" for "in"
  name,               // a name for another word
  number,             // a number for another
  lost_number,        // a number for other words: "to" for "two"
  meaning,            // a word that decides the meaning for another of its set: "all" for "some"
  lost_meaning,       // such a word for other words: "other" for "all the"
  lost_negation,      // words with a negation for others without: "can" for "can't"
  gap,                // words that the source lacks
  weak_gap,           // function words that the source lacks
  qualifier_gap,      // a quantity, frequency, certainty or condition that the source lacks
  meaning_gap,        // another word that decides the meaning, which the source lacks
  negation_gap,       // a negation that the source lacks
  surplus,            // words that the quotation lacks
  weak_surplus,       // function words that the quotation lacks
  qualifier_surplus,  // a quantity, frequency, certainty or condition that the quotation lacks
  meaning_surplus,    // another word that decides the meaning, which the quotation lacks
  negation_surplus,   // a negation that the quotation lacks
  borders,            // where a turn or a sentence ends: also a condition or denial behind it that was cut off
  structure,          // what recognisers do not do: passages run together, a sentence cut out of another frame
};
// The name in data/machine-errors.txt.
std::string_view to_string(MachineErrorKind kind);

// What the model knows of an edit.
struct MachineErrorFeatures {
  MachineErrorKind kind = MachineErrorKind::structure;
  double similarity = 0;  // how alike both sides sound, see sound_similarity; 0 where one side is empty
  double words = 0;       // beyond the first, of the longer side where the other is empty
  // Without function words, those that nothing on the other side sounds like, or stands for.
  std::size_t unlike_words = 0;
};

MachineErrorFeatures machine_error_features(Edit const& edit);

// How many words of a quotation a recogniser may make into unlike ones, or drop: of 1,289 truthful quotations that it
// misheard 18 have more. Who makes up a clause changes more.
std::size_t most_unlike_words(std::size_t words);

// The natural logarithm of the odds that a recogniser turned the printed words into the stored ones, against the writer
// having changed them: above 0 the machine is the likelier. Linear in the features, with the weights of
// data/machine-errors.txt, which scripts/fit-machine-errors learns. Where there is a confidence of the stored words,
// the recogniser's own doubt is counted in.
double machine_error_log_odds(MachineErrorFeatures const& features, std::optional<double> confidence);

}  // namespace quoth::match
