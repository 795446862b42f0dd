// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth::match {

// How alike two stretches of text sound: 1 for the same sounds, about 0 for unrelated ones, below 0 where they have
// less in common than chance would give. One less the weighted edit distance of their sounds over the weight of the
// heavier one, in the best of the ways to say them. Vowels, weak consonants (t, d, h, n, r) and sounds that are made
// alike (p and b, m and n, s and th) weigh less: they are what listeners and recognisers confuse. See
// https://en.wikipedia.org/wiki/Levenshtein_distance.
double sound_similarity(std::string_view a, std::string_view b);
// The same of what two stretches with numbers do not say alike, in order: of "forty" and "eighty" for "40 million" and
// "80 million". "And", and the "a" or "one" before "hundred" and the like, are passed over. 1 where the numbers are
// said alike, whatever the words beside them.
double sound_similarity_of_numbers(std::string_view a, std::string_view b);

// How alike a text, in the best of the ways to say it, sounds to the stretch of a passage that is most like it, said in
// the first way: in [0, 1], below 0.5 for unrelated ones. Of texts of more than 80 words the first 80 are compared.
double sound_similarity_inside(std::string_view text, std::string_view passage);

// Whether the two name numbers of other scales: millions and billions sound alike, but nobody takes one for the other.
bool says_other_scale(std::string_view a, std::string_view b);

}  // namespace quoth::match
