// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "match/align/passage.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// Whom a document quotes.
struct QuotedSource {
  std::string speaker;  // empty where the paragraph does not say who it is
  std::vector<std::string> aliases;
  bool by_name = false;
};

// The quotation in a document’s paragraph that has the words: they are its speaker’s, not the document’s author’s.
// Nothing where they stand outside of quotation marks.
std::optional<QuotedSource> quoted_inside(Passage const& passage, TokenRange used);

}  // namespace quoth::match
