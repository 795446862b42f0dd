// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/quotation.hpp"
#include "quoth/store.hpp"

namespace quoth {

// Whether a turn is the claimed speaker's.
enum class SpeakerRelation { same, unknown, different };

// Compares the speakers of turns with the one the article claims, by person: name, title, role or alias.
class SpeakerMatch {
 public:
  explicit SpeakerMatch(Attribution const* attribution);

  // Whether the article names somebody who can be compared.
  bool has_claim() const { return !names_.empty(); }
  std::string_view claimed() const { return names_.empty() ? std::string_view{} : std::string_view(names_.front()); }
  SpeakerRelation relation(Turn const& turn);

 private:
  SpeakerRelation compare(Turn const& turn) const;

  std::vector<std::string> names_;  // the claimed name first, then other names and roles
  std::map<std::pair<std::string, std::string>, SpeakerRelation> known_;  // by label and speaker
};

}  // namespace quoth
