// SPDX-License-Identifier: MIT
#include "text/model/source_fault.hpp"

#include "text/words/white_space.hpp"

namespace quoth::text {

std::string fault_in(Source const& source) {
  if (source.id.find('\0') != source.id.npos) return "its id has a NUL in it";
  for (std::size_t i = 0; i < source.utterances.size(); ++i) {
    auto const& words = source.utterances[i].words;
    if (words.empty()) continue;
    if (auto const count = count_at_white_space(source.utterances[i].text); count != words.size())
      return "\"words\" of utterance " + std::to_string(i) + " has " + std::to_string(words.size()) +
             ", but its text has " + std::to_string(count) + " as split at white space";
  }
  return {};
}

}  // namespace quoth::text
