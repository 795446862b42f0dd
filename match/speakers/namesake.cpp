// SPDX-License-Identifier: MIT
#include "match/speakers/namesake.hpp"

#include <algorithm>

#include "match/speakers/known_name.hpp"

namespace quoth::match {

std::vector<std::string> namesakes_of(Document const& document, std::vector<Quotation> const& quotations,
                                      Quotation const& quotation) {
  std::vector<std::string> found;
  if (!quotation.attribution || !quotation.attribution->mention) return found;
  auto const mention = known_name(document.utf8(*quotation.attribution->mention));
  // "Mrs. Quill" and "Ada Quill" are unambiguous.
  if (mention->surname.empty() || !mention->given.empty() || !mention->office.empty()) return found;
  auto const meant = known_name(quotation.attribution->speaker);
  for (auto const& other : quotations) {
    if (!other.attribution) continue;
    auto const& speaker = other.attribution->speaker;
    auto const theirs = known_name(speaker);
    auto const is_namesake =
        text::same_person(mention->keys, theirs->keys) && !text::same_person(meant->keys, theirs->keys);
    if (is_namesake && std::ranges::find(found, speaker) == found.end()) found.push_back(speaker);
  }
  return found;
}

}  // namespace quoth::match
