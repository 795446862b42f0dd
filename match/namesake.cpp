// SPDX-License-Identifier: MIT
#include "namesake.hpp"

#include <algorithm>

#include "quoth/person_name.hpp"

namespace quoth {

std::vector<std::string> namesakes_of(Document const& document, std::vector<Quotation> const& quotations,
                                      Quotation const& quotation) {
  std::vector<std::string> found;
  if (!quotation.attribution || !quotation.attribution->mention) return found;
  auto const mention = document.utf8(*quotation.attribution->mention);
  auto const name = parse_name(mention);
  // "Mrs. Quill" and "Ada Quill" say which one.
  if (name.surname.empty() || !name.given.empty() || !name.titles.empty()) return found;
  for (auto const& other : quotations) {
    if (!other.attribution) continue;
    auto const& speaker = other.attribution->speaker;
    auto const is_namesake = same_person(mention, speaker) && !same_person(quotation.attribution->speaker, speaker);
    if (is_namesake && std::ranges::find(found, speaker) == found.end()) found.push_back(speaker);
  }
  return found;
}

}  // namespace quoth
