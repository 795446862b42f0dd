// SPDX-License-Identifier: MIT
#include "match/speakers/namesake.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace quoth::match {

namespace {

// The forms of a surname of which two persons of the same name share one.
std::set<std::string> surnames_of(KnownName const& name) {
  auto const& keys = name.keys;
  std::set<std::string> forms{keys.surname, keys.plain_surname, keys.bare_surname, keys.whole_surname};
  forms.erase("");
  return forms;
}

}  // namespace

Namesakes::Namesakes(std::vector<Quotation> const& quotations) {
  std::unordered_set<std::string> seen;
  for (auto const& quotation : quotations) {
    if (!quotation.attribution || !seen.insert(quotation.attribution->speaker).second) continue;
    auto const known = known_name(quotation.attribution->speaker);
    for (auto const& surname : surnames_of(*known)) with_surname_[surname].push_back(speakers_.size());
    speakers_.push_back({quotation.attribution->speaker, known});
  }
}

std::vector<std::string> Namesakes::of(Document const& document, Quotation const& quotation) const {
  std::vector<std::string> found;
  if (!quotation.attribution || !quotation.attribution->mention) return found;
  auto const mention = known_name(document.utf8(*quotation.attribution->mention));
  // "Mrs. Quill" and "Ada Quill" are unambiguous.
  if (mention->surname.empty() || !mention->given.empty() || !mention->office.empty()) return found;
  auto const meant = known_name(quotation.attribution->speaker);
  std::set<std::size_t> possible;
  for (auto const& surname : surnames_of(*mention)) {
    if (auto const same = with_surname_.find(surname); same != with_surname_.end())
      possible.insert(same->second.begin(), same->second.end());
  }
  for (auto const i : possible) {
    auto const& theirs = speakers_[i].known->keys;
    if (text::same_person(mention->keys, theirs) && !text::same_person(meant->keys, theirs))
      found.push_back(speakers_[i].name);
  }
  return found;
}

}  // namespace quoth::match
