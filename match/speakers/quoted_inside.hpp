// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "match/align/passage.hpp"
#include "match/speakers/speaker_match.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// Whom a document quotes.
struct QuotedSource {
  std::string speaker;  // empty where the paragraph does not say who it is
  std::vector<std::string> aliases;
  std::vector<std::string> roles;  // what the paragraph says beside the name, see roles_beside
  bool by_name = false;            // or by a pronoun that can only mean one whom the paragraph names
};

// The quotation in a document’s paragraph that has the words: they are its speaker’s, not the document’s author’s.
// Nothing where they stand outside of quotation marks.
std::optional<QuotedSource> quoted_inside(Passage const& passage, TokenRange used);

// Whether the document quotes the claimed speaker with the words.
bool is_quoted_from_claimed(Passage const& passage, TokenRange used, SpeakerMatch const& speakers);

// Whether the passage quotes the claimed speaker by name.
bool is_quoted_in(Passage const& passage, SpeakerMatch const& speakers);

}  // namespace quoth::match
