// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth::transcripts {

// What a recogniser says of one item of its output: usually a word, sometimes a part of one ("listen", "-only", a
// token) or several ("New York").
struct HeardItem {
  std::string_view text;
  HeardWord heard;
};

// A word's time and confidence as far as they make sense: nothing for a time below 0, nor for a confidence outside
// [0, 1], since some services write 0 to 100 or a logarithm.
HeardWord heard(std::optional<double> start, std::optional<double> confidence = {});

// The least sure part decides how sure a word of several parts is; the first part has its time.
void merge(HeardWord& word, HeardWord const& part);

// One for each word of `text` as split at white space, for an item or a segment of that text. All of its words are as
// sure as the item; its time is that of the first word, and the others have none.
std::vector<HeardWord> heard_as_one(std::string_view text, HeardWord const& item);

// One for each word of `text` as split at white space. `items` are of the same words in the same order, perhaps without
// the punctuation and capitals of `text`, and with numbers written in other ways: words between two that are the same
// on both sides take the time of the first item there and the lowest confidence. A word that no item tells of has
// `otherwise` as its confidence, such as that of the segment. Linear in both.
std::vector<HeardWord> heard_words(std::string_view text, std::span<HeardItem const> items,
                                   std::optional<double> otherwise = {});

}  // namespace quoth::transcripts
